package org.mentoringroadmap.questionnaire.use;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which changes of the register, offered by answers, somebody has decided about. */
@Component
class OfferStore {
    /** What an answer says about a field of the card. */
    record About(Long invitationId, CardField field) {}

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which version of the answers was decided about, of these invitations. */
    Map<About, Integer> decided(Collection<Long> invitationIds) {
        Map<About, Integer> decided = new HashMap<>();
        if (!invitationIds.isEmpty()) {
            jdbc.sql("select invitation_id, field, version from questionnaire_offer where invitation_id in (:ids)")
                    .param("ids", new TreeSet<>(invitationIds))
                    .query(row -> {
                        decided.put(
                                new About(row.getLong("invitation_id"), CardField.valueOf(row.getString("field"))),
                                row.getInt("version"));
                    });
        }
        return decided;
    }

    void decide(About about, int version, boolean accepted, String login, LocalDateTime now) {
        jdbc.sql("delete from questionnaire_offer where invitation_id = ? and field = ?")
                .params(about.invitationId(), about.field().name())
                .update();
        jdbc.sql("insert into questionnaire_offer (invitation_id, field, version, accepted, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(about.invitationId(), about.field().name(), version, accepted, login, now)
                .update();
    }
}
