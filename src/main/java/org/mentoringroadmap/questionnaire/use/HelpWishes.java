package org.mentoringroadmap.questionnaire.use;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.AnswersSent;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.HelpReaders;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has asked for help in a questionnaire, for the one whom the school names ({@link HelpReaders}) and for nobody else. */
@Service
@Transactional
public class HelpWishes {
    /** How many a page shows; those that were asked first come first. */
    public static final int PAGE = 50;

    /**
     * Somebody has asked for help.
     *
     * @param words what was chosen, as it was offered
     */
    public record Wish(Long invitationId, Participant participant, LocalDateTime at, List<String> words) {}

    private record Row(Long invitationId, Long participantId, LocalDateTime at) {}

    private final JdbcClient jdbc;
    private final AnsweredSheets sheets;
    private final ParticipantDirectory directory;
    private final HelpReaders readers;
    private final QuestionnaireAccess access;
    private final CurrentUser user;
    private final AuditTrail trail;

    HelpWishes(
            JdbcClient jdbc,
            AnsweredSheets sheets,
            ParticipantDirectory directory,
            HelpReaders readers,
            QuestionnaireAccess access,
            CurrentUser user,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.directory = directory;
        this.readers = readers;
        this.access = access;
        this.user = user;
        this.trail = trail;
    }

    /**
     * An answer that asks for help stands until somebody has taken care; one that does not ask any more takes it back. One that
     * was neither seen nor changed stays as it is, taken care of or not.
     */
    @EventListener
    void sent(AnswersSent answered) {
        Questionnaire questionnaire = answered.questionnaire();
        List<String> asking = questionnaire.questions(FieldUse::asksForHelp).stream()
                .map(Item.Question::key)
                .filter(question -> !answered.kept().contains(question))
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        boolean asked = questionnaire.questions(FieldUse::asksForHelp).stream()
                .anyMatch(question -> answered.answers().getOrDefault(question.key(), List.of()).stream()
                        .anyMatch(questionnaire.use(question).helpAsked()::contains));
        jdbc.sql("delete from questionnaire_help where invitation_id = ?")
                .param(answered.invitationId())
                .update();
        if (asked) {
            jdbc.sql("insert into questionnaire_help (invitation_id, asked_at) values (?, ?)")
                    .params(answered.invitationId(), access.now())
                    .update();
        }
    }

    /** Who waits for help in the schools for which the acting account reads it; what was asked first comes first. */
    @Transactional(readOnly = true)
    public List<Wish> waiting() {
        List<String> schools =
                user.schoolIds().stream().filter(readers::mayRead).toList();
        if (schools.isEmpty()) {
            return List.of();
        }
        List<Row> rows = jdbc.sql("select h.invitation_id, i.participant_id, h.asked_at from questionnaire_help h"
                        + " join questionnaire_invitation i on i.id = h.invitation_id"
                        + " join questionnaire_campaign c on c.id = i.campaign_id"
                        + " join programme g on g.id = c.programme_id"
                        + " where h.closed_at is null and g.school_id in (:schools)"
                        + " order by h.asked_at, h.invitation_id fetch first " + PAGE + " rows only")
                .param("schools", new TreeSet<>(schools))
                .query((row, number) -> new Row(
                        row.getLong("invitation_id"),
                        row.getLong("participant_id"),
                        row.getObject("asked_at", LocalDateTime.class)))
                .list();
        return wishes(rows);
    }

    /** The same for the page that shows it, which is recorded where there is anybody to show. */
    public List<Wish> show() {
        List<Wish> waiting = waiting();
        waiting.stream()
                .collect(Collectors.groupingBy(
                        wish -> wish.participant().person().schoolId(), TreeMap::new, Collectors.counting()))
                .forEach((school, count) ->
                        trail.record(AuditEvent.of(AuditAct.HELP_LISTED, school).count(count.intValue())));
        return waiting;
    }

    private List<Wish> wishes(List<Row> rows) {
        List<Long> people = rows.stream().map(Row::participantId).distinct().toList();
        Map<Long, Participant> known =
                directory.of(people).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        Map<Long, Answered> answered = new LinkedHashMap<>();
        sheets.of(people).forEach(sheet -> answered.put(sheet.invitation().id(), sheet));
        List<Wish> wishes = new ArrayList<>();
        rows.forEach(row -> Optional.ofNullable(answered.get(row.invitationId()))
                .ifPresent(sheet -> wishes.add(
                        new Wish(row.invitationId(), known.get(row.participantId()), row.at(), words(sheet)))));
        return wishes;
    }

    private static List<String> words(Answered sheet) {
        return sheet.questionnaire().questions(FieldUse::asksForHelp).stream()
                .flatMap(question -> question.inWords(sheet.answers().getOrDefault(question.key(), List.of())).stream())
                .toList();
    }

    /**
     * Somebody has taken care: it waits no longer.
     *
     * @throws NotFoundException {@code help.unknown} for what the acting account does not read, or does not wait
     */
    public void close(Long invitationId) {
        Wish wish = waiting().stream()
                .filter(one -> one.invitationId().equals(invitationId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("help.unknown"));
        jdbc.sql("update questionnaire_help set closed_by = ?, closed_at = ? where invitation_id = ?")
                .params(user.login(), access.now(), invitationId)
                .update();
        trail.record(AuditEvent.of(AuditAct.HELP_GIVEN, wish.participant().id()));
    }
}
