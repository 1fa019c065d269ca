package org.mentoringroadmap.platform.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's history says of a job that failed what {@link NamelessFailure} says, and quotes nobody. */
final class NamelessJobLog extends CacheAwareHistoryEventProducer {
    private final FailureTexts texts;

    NamelessJobLog(FailureTexts texts) {
        this.texts = texts;
    }

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        return super.createHistoricJobLogFailedEvt(job, NamelessFailure.of(failure, texts));
    }
}
