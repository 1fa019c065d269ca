package org.mentoringroadmap.matching.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.PairConstraintView.Kind;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.springframework.stereotype.Component;

/** Locks, vetoes and advice; changed under the programme's lock. */
@Component
class PairConstraints {
    private final PairConstraintRepository constraints;
    private final MatchingAccess access;
    private final ParticipantDirectory directory;
    private final ConsentGate gate;

    PairConstraints(
            PairConstraintRepository constraints,
            MatchingAccess access,
            ParticipantDirectory directory,
            ConsentGate gate) {
        this.constraints = constraints;
        this.access = access;
        this.directory = directory;
        this.gate = gate;
    }

    List<PairConstraint> open(Long programmeId) {
        return constraints.findByProgrammeIdAndEndedAtIsNullOrderById(programmeId);
    }

    Optional<PairConstraint> find(Long programmeId, PairKey pair, Kind kind) {
        return open(programmeId).stream()
                .filter(constraint ->
                        constraint.kind() == kind && constraint.pair().equals(pair))
                .findFirst();
    }

    /**
     * Made twice it stands once, with the newest reason. Nothing is said about two people of whom one has not consented.
     *
     * @throws org.mentoringroadmap.shared.ConflictException {@code participant.no-consent}
     */
    void make(Held programme, PairKey pair, Kind kind, String reason) {
        Long programmeId = programme.programmeId();
        directory.of(List.of(pair.mentee(), pair.mentor())).forEach(gate::require);
        end(
                programmeId,
                constraint -> constraint.kind() == kind && constraint.pair().equals(pair));
        if (kind == Kind.LOCK) {
            end(
                    programmeId,
                    constraint ->
                            constraint.kind() == kind && constraint.menteeId().equals(pair.mentee()));
        }
        if (kind == Kind.VETO) {
            end(
                    programmeId,
                    constraint ->
                            constraint.kind() == Kind.LOCK && constraint.pair().equals(pair));
        }
        constraints.saveAndFlush(new PairConstraint(programmeId, pair, kind, reason, access.login(), access.now()));
    }

    void takeBack(Held programme, PairKey pair, Kind kind) {
        end(
                programme.programmeId(),
                constraint -> constraint.kind() == kind && constraint.pair().equals(pair));
    }

    private void end(Long programmeId, Predicate<PairConstraint> wanted) {
        open(programmeId).stream().filter(wanted).forEach(constraint -> {
            constraint.end(access.login(), access.now());
            constraints.saveAndFlush(constraint);
        });
    }
}
