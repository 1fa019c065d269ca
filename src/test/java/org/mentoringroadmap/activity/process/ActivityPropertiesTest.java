package org.mentoringroadmap.activity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.MovedTerms;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.roadmap.ModelFault;

class ActivityPropertiesTest {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="stage">
                <callActivity id="Full" name="Ознакомиться" calledElement="activity">
                  <documentation>
                    Прочитайте.
                  </documentation>
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value=" 000-1.1.1 "/>
                      <camunda:property name="roadmapStart" value="${firstYear}-06-01"/>
                      <camunda:property name="roadmapDue" value="${secondYear}-05-31T12:30:00"/>
                      <camunda:property name="roadmapResponsible" value="deputy, curator"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
                <callActivity id="Phrase" calledElement="activity">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapStart" value="в течение года"/>
                      <camunda:property name="roadmapDue" value="в течение года"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
                <callActivity id="Month" calledElement="activity">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value="II.3, 1.2.1"/>
                      <camunda:property name="roadmapDue" value="октябрь"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
                <callActivity id="Until" calledElement="activity">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value="1.2.2"/>
                      <camunda:property name="roadmapDue" value="до 15 октября"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
                <callActivity id="After" calledElement="activity">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value="1.2.3"/>
                      <camunda:property name="roadmapDue" value="в течение 10 дней после 1.2.2"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
                <callActivity id="Bare" calledElement="activity">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value="1.2.4"/>
                    </camunda:properties>
                  </extensionElements>
                </callActivity>
              </process>
            </definitions>
            """;

    private final Terms terms = mock(Terms.class);
    private final ActivityProperties properties = new ActivityProperties(
            terms, element -> Optional.empty(), Clock.fixed(Instant.parse("2026-09-20T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void readsWhatTheCallingElementSays() {
        DelegateExecution full = at("Full");

        assertThat(properties.item(full)).isEqualTo("000-1.1.1");
        assertThat(properties.title(full)).isEqualTo("Ознакомиться");
        assertThat(properties.guide(full)).isEqualTo("Прочитайте.");
        assertThat(properties.start(full)).isEqualTo("2026-06-01T08:00:00");
        assertThat(properties.due(full)).isEqualTo("2027-05-31T12:30:00");
        assertThat(properties.responsible(full)).isEqualTo("deputy,curator");
    }

    @Test
    void aMovedTermCounts() {
        movedTo(LocalDate.of(2027, 6, 10));

        assertThat(properties.start(at("Full"))).isEqualTo("2026-06-01T08:00:00");
        assertThat(properties.due(at("Full"))).isEqualTo("2027-06-10T18:00:00");
    }

    @Test
    void aTermMovedBeforeItsBeginningBeginsOnItsLastDay() {
        movedTo(LocalDate.of(2026, 5, 20));

        assertThat(properties.start(at("Full"))).isEqualTo("2026-05-20T08:00:00");
        assertThat(properties.due(at("Full"))).isEqualTo("2026-05-20T18:00:00");
    }

    private void movedTo(LocalDate due) {
        MovedTerm moved = MovedTerms.to(due);
        when(terms.find(7L, "000-1.1.1")).thenReturn(Optional.of(moved));
    }

    @Test
    void readsPhrasesAsTheSchoolYear() {
        assertThat(properties.start(at("Phrase"))).isEqualTo("2026-09-01T08:00:00");
        assertThat(properties.due(at("Phrase"))).isEqualTo("2027-05-31T18:00:00");
    }

    @Test
    void theWordsOfThePaperMayNameBeginningAndEnd() {
        assertThat(properties.item(at("Month"))).isEqualTo("II.3");
        assertThat(properties.start(at("Month"))).isEqualTo("2026-10-01T08:00:00");
        assertThat(properties.due(at("Month"))).isEqualTo("2026-10-31T18:00:00");
        assertThat(properties.responsible(at("Month"))).isEqualTo("curator");
    }

    @Test
    void whatHasNoBeginningBeginsNow() {
        assertThat(properties.start(at("Until"))).isEqualTo("2026-09-20T08:00:00");
        assertThat(properties.due(at("Until"))).isEqualTo("2026-10-15T18:00:00");
    }

    @Test
    void whatItsOwnWordsDoNotSayTheRoadmapKnows() {
        when(terms.planned(7L, "1.2.3"))
                .thenReturn(new Terms.Planned(
                        Optional.of(LocalDateTime.parse("2026-10-16T08:00")), LocalDateTime.parse("2026-10-25T18:00")));
        when(terms.planned(7L, "1.2.4"))
                .thenReturn(new Terms.Planned(Optional.empty(), LocalDateTime.parse("2026-09-10T18:00")));

        assertThat(properties.start(at("After"))).isEqualTo("2026-10-16T08:00:00");
        assertThat(properties.due(at("After"))).isEqualTo("2026-10-25T18:00:00");
        assertThat(properties.start(at("Bare"))).isEqualTo("2026-09-10T08:00:00");
        assertThat(properties.due(at("Bare"))).isEqualTo("2026-09-10T18:00:00");
    }

    @Test
    void aMissingPropertyIsAFaultOfTheModel() {
        assertThatThrownBy(() -> properties.item(at("Phrase")))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("roadmapItem");
    }

    private static DelegateExecution at(String id) {
        FlowElement element = Bpmn.readModelFromStream(new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
                .getModelElementById(id);
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getBpmnModelElementInstance()).thenReturn(element);
        when(execution.getVariable("firstYear")).thenReturn("2026");
        when(execution.getProcessBusinessKey()).thenReturn("7");
        return execution;
    }
}
