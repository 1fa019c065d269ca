package org.mentoringroadmap.register;

import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.consent.ConsentLists;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the registers whose consent for the programme's year is missing, for who writes the registers. */
@Component
public class ConsentsMissing implements AttentionSource {
    private final ConsentLists lists;
    private final ParticipantAccess access;

    ConsentsMissing(ConsentLists lists, ParticipantAccess access) {
        this.lists = lists;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!access.mayWrite()) {
            return List.of();
        }
        long missing = count(programmeId);
        return missing == 0 ? List.of() : List.of(new Attention("attention.consents", missing, "", path(programmeId)));
    }

    /** How many of those who take part in a programme that the acting account sees have no consent for its year. */
    @Transactional(readOnly = true)
    public long count(Long programmeId) {
        return lists.countLacking(programmeId);
    }

    /** The list on which just these people stand. */
    public static String path(Long programmeId) {
        return "/programmes/" + programmeId + "/consents?missing=true";
    }
}
