package org.mentoringroadmap.activity.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedRowsTest {
    @ParameterizedTest
    @CsvSource({
        "Пары есть?, нет, Пары есть? – нет",
        "Нужен заказ?, да, Нужен заказ? – да",
        "Пары есть?, пар нет, пар нет",
        ", нет, нет"
    })
    void aBareAnswerIsReadWithItsQuestion(String question, String label, String cause) {
        FlowNode gateway = Bpmn.createExecutableProcess()
                .startEvent()
                .exclusiveGateway("Gateway_Asked")
                .name(question)
                .endEvent()
                .done()
                .getModelElementById("Gateway_Asked");

        assertThat(PassedRows.answer(gateway, label)).isEqualTo(cause);
    }
}
