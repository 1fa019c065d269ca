package org.mentoringroadmap.activity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a person recorded in one step of an activity: how the step ended, and its figures and texts. */
@Entity
@Table(name = "activity_step")
public class StepRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String activityKey;

    @Column(nullable = false)
    private String instanceId;

    @Column(nullable = false)
    private String step;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Outcome outcome;

    private LocalDate stepDate;
    private String documentNumber;
    private String note;
    private String link;

    @ElementCollection
    @CollectionTable(name = "activity_fact", joinColumns = @JoinColumn(name = "step_id"))
    @OrderColumn(name = "ordinal")
    private List<StepAnswer> facts = new ArrayList<>();

    @Column(nullable = false)
    private String recordedBy;

    @Column(nullable = false)
    private LocalDateTime recordedAt;

    protected StepRecord() {}

    StepRecord(Long programmeId, String activityKey, String instanceId, String step) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
        this.instanceId = instanceId;
        this.step = step;
    }

    void goOnIn(String instance) {
        instanceId = instance;
    }

    void change(StepInput input, String login, LocalDateTime now) {
        outcome = input.outcome().outcome();
        stepDate = input.outcome().date();
        documentNumber = input.outcome().number();
        note = input.outcome().note();
        link = input.outcome().link();
        facts.clear();
        input.figures().forEach((name, figure) -> facts.add(new StepAnswer(name, figure, null)));
        input.texts().forEach((name, text) -> facts.add(new StepAnswer(name, null, text)));
        recordedBy = login;
        recordedAt = now;
    }

    /** Programme of the activity. */
    public Long programmeId() {
        return programmeId;
    }

    /** Key of the activity in the roadmap. */
    public String activityKey() {
        return activityKey;
    }

    /** Process instance of the block that runs it. */
    public String instanceId() {
        return instanceId;
    }

    /** Id of the task in its model, for example {@code Task_CloseCampaign}. */
    public String step() {
        return step;
    }

    /** How the step ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** Day of the step, or date of the earlier document; empty where it is not held. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(stepDate);
    }

    /** Number of the document. */
    public Optional<String> number() {
        return Optional.ofNullable(documentNumber);
    }

    /** Remark, or the reason why it is not held. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Address of a page of the web. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** A figure by the name of its field; empty where it was not given. */
    public Optional<Integer> figure(String name) {
        return Optional.ofNullable(figures().get(name));
    }

    /** A text by the name of its field; empty where it was not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts().get(name));
    }

    /** The figures by name, in the order of the task's declaration. */
    public Map<String, Integer> figures() {
        return facts(StepAnswer::figure);
    }

    /** The texts by name, in the order of the task's declaration. */
    public Map<String, String> texts() {
        return facts(StepAnswer::text);
    }

    private <T> Map<String, T> facts(Function<StepAnswer, T> value) {
        Map<String, T> found = new LinkedHashMap<>();
        facts.stream()
                .filter(answer -> value.apply(answer) != null)
                .forEach(answer -> found.put(answer.name(), value.apply(answer)));
        return found;
    }

    /** Login of who recorded it. */
    public String recordedBy() {
        return recordedBy;
    }

    /** When it was recorded. */
    public LocalDateTime recordedAt() {
        return recordedAt;
    }
}
