package org.mentoringroadmap.questionnaire.mail;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which letters were asked for and what became of them; one for each who is asked, the last one. */
@Component
class LetterStore {
    private final JdbcClient jdbc;
    private final RowLocks rows;

    LetterStore(JdbcClient jdbc, RowLocks rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Letters of these invitations. */
    Map<Long, Letter> of(Collection<Long> invitationIds) {
        Map<Long, Letter> letters = new HashMap<>();
        if (!invitationIds.isEmpty()) {
            jdbc.sql("select invitation_id, asked_at, sent_at, problem from questionnaire_letter"
                            + " where invitation_id in (:ids)")
                    .param("ids", new TreeSet<>(invitationIds))
                    .query(row -> {
                        letters.put(
                                row.getLong("invitation_id"),
                                new Letter(
                                        row.getObject("asked_at", LocalDateTime.class),
                                        row.getObject("sent_at", LocalDateTime.class),
                                        row.getString("problem")));
                    });
        }
        return letters;
    }

    /** A letter is to be sent, whatever became of an earlier one. */
    void ask(Long invitationId, String login, LocalDateTime now) {
        drop(invitationId);
        jdbc.sql("insert into questionnaire_letter (invitation_id, asked_by, asked_at) values (?, ?, ?)")
                .params(invitationId, login, now)
                .update();
    }

    /** The letter of a programme that has waited longest and that nobody else is about to send. */
    Optional<Long> next(Long programmeId) {
        return rows.selectFree(
                        "select invitation_id from questionnaire_letter where sent_at is null and problem is null"
                                + " and invitation_id in (select i.id from questionnaire_invitation i"
                                + " join questionnaire_campaign c on c.id = i.campaign_id where c.programme_id = ?)"
                                + " order by asked_at, invitation_id fetch first 1 rows only")
                .param(programmeId)
                .query(Long.class)
                .optional();
    }

    void sent(Long invitationId, LocalDateTime now) {
        jdbc.sql("update questionnaire_letter set sent_at = ? where invitation_id = ?")
                .params(now, invitationId)
                .update();
    }

    void failed(Long invitationId, String problem) {
        jdbc.sql("update questionnaire_letter set problem = ? where invitation_id = ?")
                .params(problem, invitationId)
                .update();
    }

    /** No letter is needed any more. */
    void drop(Long invitationId) {
        jdbc.sql("delete from questionnaire_letter where invitation_id = ?")
                .param(invitationId)
                .update();
    }
}
