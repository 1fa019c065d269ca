package org.mentoringroadmap.mentorship;

import java.util.List;
import org.mentoringroadmap.deadline.ProgrammeSwept;
import org.mentoringroadmap.participant.ConsentRegistered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pairs that wait for somebody's consent begin when it is registered, or somebody else comes in instead. Whoever registers holds the person, whoever starts
 * pairs takes the programme first: so the pairs are looked at after the commit, in a transaction of their own. The daily
 * sweep looks again, for whatever else lets people in.
 */
@Component
class HeldPairs {
    private static final Logger LOG = LoggerFactory.getLogger(HeldPairs.class);

    private final MentorshipRepository mentorships;
    private final PairWork work;
    private final TransactionTemplate ownTransaction;

    HeldPairs(MentorshipRepository mentorships, PairWork work, PlatformTransactionManager transactions) {
        this.mentorships = mentorships;
        this.work = work;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void swept(ProgrammeSwept event) {
        look(event.programmeId());
    }

    /** Somebody else may stand in a pair now. */
    @EventListener
    void changed(PairsChanged event) {
        look(event.programmeId());
    }

    private void look(Long programmeId) {
        if (!mentorships
                .findByProgrammeIdAndHeldOnIsNotNullOrderByKindDescNumber(programmeId)
                .isEmpty()) {
            afterCommit(List.of(programmeId));
        }
    }

    @EventListener
    void registered(ConsentRegistered event) {
        List<Long> waiting = mentorships.programmesWaitingFor(event.personId());
        if (!waiting.isEmpty()) {
            afterCommit(waiting);
        }
    }

    private void afterCommit(List<Long> programmes) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                programmes.forEach(HeldPairs.this::start);
            }
        });
    }

    /** What was registered stays so, whatever becomes of the pairs: the next sweep looks at them again. */
    private void start(Long programmeId) {
        try {
            ownTransaction.executeWithoutResult(status -> work.startHeld(programmeId));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The waiting pairs of programme {} were not looked at: {}",
                    programmeId,
                    e.getClass().getSimpleName());
        }
    }
}
