package org.mentoringroadmap.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mentoringroadmap.matching.PairMark.Kind;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.springframework.stereotype.Component;

/** Locks, vetoes and advice; changed under the programme's lock. */
@Component
class Marks {
    private final MarkRepository marks;
    private final MatchingAccess access;

    Marks(MarkRepository marks, MatchingAccess access) {
        this.marks = marks;
        this.access = access;
    }

    List<Mark> open(Long programmeId) {
        return marks.findByProgrammeIdAndEndedAtIsNullOrderById(programmeId);
    }

    Optional<Mark> find(Long programmeId, PairKey pair, Kind kind) {
        return open(programmeId).stream()
                .filter(mark -> mark.kind() == kind && mark.pair().equals(pair))
                .findFirst();
    }

    /** Made twice it stands once, with the newest reason. */
    void make(Held programme, PairKey pair, Kind kind, String reason) {
        Long programmeId = programme.programmeId();
        end(programmeId, mark -> mark.kind() == kind && mark.pair().equals(pair));
        if (kind == Kind.LOCK) {
            end(programmeId, mark -> mark.kind() == kind && mark.menteeId().equals(pair.mentee()));
        }
        if (kind == Kind.VETO) {
            end(programmeId, mark -> mark.kind() == Kind.LOCK && mark.pair().equals(pair));
        }
        marks.saveAndFlush(new Mark(programmeId, pair, kind, reason, access.login(), access.now()));
    }

    void takeBack(Held programme, PairKey pair, Kind kind) {
        end(programme.programmeId(), mark -> mark.kind() == kind && mark.pair().equals(pair));
    }

    private void end(Long programmeId, Predicate<Mark> wanted) {
        open(programmeId).stream().filter(wanted).forEach(mark -> {
            mark.end(access.login(), access.now());
            marks.saveAndFlush(mark);
        });
    }
}
