package org.mentoringroadmap.register;

import java.util.List;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.Attention;
import org.mentoringroadmap.shared.AttentionSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the registers whose consent for the programme's year is missing, for who writes the registers. */
@Component
class ConsentsMissing implements AttentionSource {
    private final RegisterGapRepository gaps;
    private final ParticipantAccess access;

    ConsentsMissing(RegisterGapRepository gaps, ParticipantAccess access) {
        this.gaps = gaps;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!access.mayWrite()) {
            return List.of();
        }
        Programme programme = access.toRead(programmeId);
        long missing = gaps.countMissing(programmeId, programme.lastDay(access.today()));
        return missing == 0
                ? List.of()
                : List.of(new Attention(
                        "attention.consents", missing, "", "/programmes/" + programmeId + "/consents"));
    }
}
