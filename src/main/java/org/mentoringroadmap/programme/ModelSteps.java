package org.mentoringroadmap.programme;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an update of models, each in a transaction of its own, for whoever calls has none: it is done wholly or not at
 * all.
 */
@Component
@Transactional
class ModelSteps {
    /** A process that has begun, on its way to another definition. */
    record Step(Programme programme, String process, String from, String to, Map<String, String> numbers) {}

    /** The step would be taken; thrown so that it is not kept. */
    static class WouldGo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RunningModels running;
    private final Editions editions;
    private final ProgrammeLock lock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    ModelSteps(
            RunningModels running,
            Editions editions,
            ProgrammeLock lock,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.running = running;
        this.editions = editions;
        this.lock = lock;
        this.trail = trail;
        this.events = events;
    }

    /** @throws NotCarriedOver when it cannot go over */
    void carryOver(Step step) {
        lock.acquire(step.programme().id());
        running.carryOver(
                step.programme(),
                step.from(),
                step.to(),
                step.numbers(),
                () -> editions.take(step.programme(), step.process(), step.to()));
    }

    /**
     * Takes the step and does not keep it.
     *
     * @throws WouldGo when it can go over
     * @throws NotCarriedOver when it cannot
     */
    void tryOut(Step step) {
        carryOver(step);
        throw new WouldGo();
    }

    /** @throws NotCarriedOver when one of them cannot go over */
    void carryOver(Programme programme, List<RunningModels.Begun> begun, String to) {
        lock.acquire(programme.id());
        running.carryOver(programme, begun, to);
    }

    /**
     * Takes the step and does not keep it.
     *
     * @throws WouldGo when they can go over
     * @throws NotCarriedOver when one of them cannot
     */
    void tryOut(Programme programme, List<RunningModels.Begun> begun, String to) {
        carryOver(programme, begun, to);
        throw new WouldGo();
    }

    void give(Programme programme, List<RunningModels.Parameter> parameters) {
        lock.acquire(programme.id());
        running.give(programme, parameters);
    }

    void remember(Programme programme, Edition edition) {
        lock.acquire(programme.id());
        editions.remember(programme, edition);
    }

    void replace(Programme programme, Edition edition, int moves) {
        lock.acquire(programme.id());
        editions.replace(programme, edition);
        trail.record(AuditEvent.of(AuditAct.MODELS_APPLIED, programme.id()).count(moves));
        events.publishEvent(new EditionReplaced(programme.id()));
    }
}
