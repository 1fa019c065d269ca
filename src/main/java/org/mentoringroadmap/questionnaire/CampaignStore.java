package org.mentoringroadmap.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Keeps who is asked, by which ways the page is reached, and what was answered. */
@Component
class CampaignStore {
    private static final String CAMPAIGN =
            "select id, programme_id, kind, activity_key, instance_id, due_on, opened_at,"
                    + " reminded_at, closed_at, respondent, part_of from questionnaire_campaign";

    private static final String INVITATION =
            "select i.id, i.campaign_id, i.participant_id, i.edition_id, e.questionnaire,"
                    + " e.edition, i.code, i.answered_at, i.answered_by, i.channel, i.version from questionnaire_invitation i"
                    + " join questionnaire_edition e on e.id = i.edition_id";

    /**
     * A way to the page of an invitation.
     *
     * @param expiresOn last day on which it leads there
     * @param version of the answers when the way was made
     */
    record Link(Long invitationId, Channel channel, LocalDate expiresOn, int version) {}

    /** A digest of a secret that leads to an invitation. */
    record NewLink(String digest, Long invitationId) {}

    private final JdbcClient jdbc;
    private final JdbcOperations database;
    private final RowLocks rows;

    CampaignStore(JdbcClient jdbc, JdbcOperations database, RowLocks rows) {
        this.jdbc = jdbc;
        this.database = database;
        this.rows = rows;
    }

    Optional<Campaign> campaign(Long id) {
        return jdbc.sql(CAMPAIGN + " where id = ?")
                .param(id)
                .query(CampaignStore::campaign)
                .optional();
    }

    /** The parts of a campaign, by whom they ask. */
    List<Campaign> parts(Long campaignId) {
        return jdbc.sql(CAMPAIGN + " where part_of = ? order by id")
                .param(campaignId)
                .query(CampaignStore::campaign)
                .list();
    }

    /** Asks others about the people of a campaign. */
    Long openPart(Campaign whole, Respondent respondent, String login, LocalDateTime now) {
        Long id = open(whole.programmeId(), whole.kind(), whole.activityKey(), null, whole.dueOn(), login, now);
        jdbc.sql("update questionnaire_campaign set respondent = ?, part_of = ? where id = ?")
                .params(respondent.name(), whole.id(), id)
                .update();
        return id;
    }

    Optional<Campaign> ofInstance(String instanceId) {
        return jdbc.sql(CAMPAIGN + " where instance_id = ?")
                .param(instanceId)
                .query(CampaignStore::campaign)
                .optional();
    }

    /** The latest first. */
    List<Campaign> ofProgramme(Long programmeId) {
        return jdbc.sql(CAMPAIGN + " where programme_id = ? order by id desc")
                .param(programmeId)
                .query(CampaignStore::campaign)
                .list();
    }

    /** Those that are open and somebody has answered; with the parts of each. */
    List<Campaign> begun(Long programmeId) {
        return jdbc.sql(CAMPAIGN + " where programme_id = ? and closed_at is null and part_of is null"
                        + " and exists (select 1 from questionnaire_invitation i join questionnaire_campaign c"
                        + " on c.id = i.campaign_id where questionnaire_campaign.id in (c.id, c.part_of)"
                        + " and i.answered_at is not null)")
                .param(programmeId)
                .query(CampaignStore::campaign)
                .list();
    }

    /** Of whom answers are missing in a campaign and its parts. */
    List<Long> unanswered(Long campaignId) {
        return jdbc.sql("select distinct i.participant_id from questionnaire_invitation i"
                        + " join questionnaire_campaign c on c.id = i.campaign_id"
                        + " where :id in (c.id, c.part_of) and i.answered_at is null")
                .param("id", campaignId)
                .query(Long.class)
                .list();
    }

    Long open(
            Long programmeId,
            String kind,
            String activityKey,
            String instanceId,
            LocalDate dueOn,
            String login,
            LocalDateTime now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into questionnaire_campaign (programme_id, kind, activity_key, instance_id, due_on, opened_by,"
                        + " opened_at) values (:programme, :kind, :activity, :instance, :due, :login, :now)")
                .param("programme", programmeId)
                .param("kind", kind)
                .param("activity", activityKey, Types.VARCHAR)
                .param("instance", instanceId, Types.VARCHAR)
                .param("due", dueOn, Types.DATE)
                .param("login", login)
                .param("now", now)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Closes a campaign with its parts. */
    void close(Long id, String login, LocalDateTime now) {
        jdbc.sql("update questionnaire_campaign set closed_by = :login, closed_at = :now"
                        + " where (id = :id or part_of = :id) and closed_at is null")
                .param("login", login)
                .param("now", now)
                .param("id", id)
                .update();
    }

    void reminded(Long id, LocalDateTime now) {
        jdbc.sql("update questionnaire_campaign set reminded_at = ? where id = ?")
                .params(now, id)
                .update();
    }

    /**
     * Asks people who are not asked by the same questionnaire in the campaign yet.
     *
     * @param editions key of the edition by participant
     */
    void invite(Long campaignId, Map<Long, Long> editions, String login, LocalDateTime now) {
        database.batchUpdate(
                "insert into questionnaire_invitation (campaign_id, participant_id, edition_id, code, invited_by,"
                        + " invited_at, version) values (?, ?, ?, ?, ?, ?, 0)",
                editions.entrySet().stream()
                        .map(one ->
                                new Object[] {campaignId, one.getKey(), one.getValue(), LinkToken.makeCode(), login, now
                                })
                        .toList());
    }

    List<Invitation> invitations(Long campaignId) {
        return jdbc.sql(INVITATION + " where i.campaign_id = ? order by i.id")
                .param(campaignId)
                .query(CampaignStore::invitation)
                .list();
    }

    /** The invitations of a campaign and of its parts. */
    List<Invitation> allInvitations(Long campaignId) {
        return jdbc.sql(INVITATION + " join questionnaire_campaign c on c.id = i.campaign_id"
                        + " where :id in (c.id, c.part_of) order by i.id")
                .param("id", campaignId)
                .query(CampaignStore::invitation)
                .list();
    }

    Optional<Invitation> invitation(Long id) {
        return jdbc.sql(INVITATION + " where i.id = ?")
                .param(id)
                .query(CampaignStore::invitation)
                .optional();
    }

    /** How many were asked and how many have answered, by campaign; a campaign of nobody is missing. */
    Map<Long, Campaigns.Figures> figures(Long programmeId) {
        Map<Long, Campaigns.Figures> figures = new LinkedHashMap<>();
        jdbc.sql("select i.campaign_id, count(*) as asked, count(i.answered_at) as answered"
                        + " from questionnaire_invitation i join questionnaire_campaign c on c.id = i.campaign_id"
                        + " where c.programme_id = ? group by i.campaign_id")
                .param(programmeId)
                .query(row -> {
                    figures.put(
                            row.getLong("campaign_id"),
                            Campaigns.Figures.of(row.getInt("asked"), row.getInt("answered")));
                });
        return figures;
    }

    /** Everything that was answered by a questionnaire in a programme, or by all of them; the latest first. */
    List<Invitation> answers(Long programmeId, String questionnaire) {
        return jdbc.sql(INVITATION + " join questionnaire_campaign c on c.id = i.campaign_id"
                        + " where c.programme_id = :programme and i.answered_at is not null"
                        + " and (cast(:key as varchar(60)) = '' or e.questionnaire = :key)"
                        + " order by i.answered_at desc, i.id desc")
                .param("programme", programmeId)
                .param("key", questionnaire)
                .query(CampaignStore::invitation)
                .list();
    }

    List<Invitation> ofParticipants(Collection<Long> participantIds) {
        return participantIds.isEmpty()
                ? List.of()
                : jdbc.sql(INVITATION + " where i.participant_id in (:ids) order by i.id")
                        .param("ids", new TreeSet<>(participantIds))
                        .query(CampaignStore::invitation)
                        .list();
    }

    Optional<Long> byCode(String code) {
        return jdbc.sql("select i.id from questionnaire_invitation i join questionnaire_campaign c"
                        + " on c.id = i.campaign_id where i.code = ? and c.closed_at is null")
                .param(code)
                .query(Long.class)
                .optional();
    }

    /** Nobody else changes the answers of an invitation until the transaction ends. */
    void hold(Long invitationId) {
        rows.select("select id from questionnaire_invitation where id = ?")
                .param(invitationId)
                .query(Long.class)
                .list();
    }

    /** The same; answers what is there by now, empty where there is nothing any more. */
    Optional<Invitation> hold(Invitation known) {
        boolean same = rows.select("select participant_id, version from questionnaire_invitation where id = ?")
                .param(known.id())
                .query((row, number) -> row.getLong("participant_id") == known.participantId()
                        && row.getInt("version") == known.version())
                .optional()
                .orElse(false);
        return same ? Optional.of(known) : invitation(known.id());
    }

    /** Nobody takes away or changes what a person has allowed until the transaction ends. */
    void holdPerson(Long personId) {
        rows.select("select id from person where id = ?")
                .param(personId)
                .query(Long.class)
                .list();
    }

    void link(List<NewLink> links, Channel channel, LocalDate expiresOn, LocalDateTime now) {
        database.batchUpdate(
                "insert into questionnaire_link (token, invitation_id, channel, expires_on, made_at, version)"
                        + " values (?, ?, ?, ?, ?, (select version from questionnaire_invitation where id = ?))",
                links.stream()
                        .map(link -> new Object[] {
                            link.digest(), link.invitationId(), channel.name(), expiresOn, now, link.invitationId()
                        })
                        .toList());
    }

    Optional<Link> link(String digest) {
        return jdbc.sql("select invitation_id, channel, expires_on, version from questionnaire_link where token = ?")
                .param(digest)
                .query((row, number) -> new Link(
                        row.getLong("invitation_id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("expires_on", LocalDate.class),
                        row.getInt("version")))
                .optional();
    }

    /** What was answered, by question. */
    Map<String, List<String>> answers(Long invitationId) {
        return answersOf(List.of(invitationId)).getOrDefault(invitationId, Map.of());
    }

    /** The same of many, by invitation. */
    Map<Long, Map<String, List<String>>> answersOf(Collection<Long> invitationIds) {
        Map<Long, Map<String, List<String>>> answers = new LinkedHashMap<>();
        if (!invitationIds.isEmpty()) {
            jdbc.sql("select invitation_id, question, answer from questionnaire_answer where invitation_id in (:ids)"
                            + " order by invitation_id, question, place")
                    .param("ids", new TreeSet<>(invitationIds))
                    .query(row -> {
                        answers.computeIfAbsent(row.getLong("invitation_id"), id -> new LinkedHashMap<>())
                                .computeIfAbsent(row.getString("question"), question -> new ArrayList<>())
                                .add(row.getString("answer"));
                    });
        }
        return answers;
    }

    /** The invitation has these answers and no others from now on. */
    void answer(
            Invitation invitation,
            Map<String, List<String>> answers,
            Channel channel,
            String login,
            LocalDateTime now) {
        Long invitationId = invitation.id();
        if (invitation.isAnswered()) {
            jdbc.sql("delete from questionnaire_answer where invitation_id = ?")
                    .param(invitationId)
                    .update();
        }
        List<Object[]> lines = new ArrayList<>();
        answers.forEach((question, given) -> {
            for (int place = 0; place < given.size(); place++) {
                lines.add(new Object[] {invitationId, question, place, given.get(place)});
            }
        });
        database.batchUpdate(
                "insert into questionnaire_answer (invitation_id, question, place, answer) values (?, ?, ?, ?)", lines);
        jdbc.sql("update questionnaire_invitation set answered_at = :now, answered_by = :login, channel = :channel,"
                        + " version = version + 1 where id = :id")
                .param("now", now)
                .param("login", login, Types.VARCHAR)
                .param("channel", channel.name())
                .param("id", invitationId)
                .update();
    }

    /** How many of a campaign have not answered, as this transaction sees it; nobody counts further than a limit. */
    int missing(Long campaignId, int limit) {
        return jdbc.sql("select count(*) from (select id from questionnaire_invitation"
                        + " where campaign_id = ? and answered_at is null fetch first " + limit + " rows only) missing")
                .param(campaignId)
                .query(Integer.class)
                .single();
    }

    /** The sheets of one participant are those of another one, who is the same person. */
    void move(Long fromId, Long toId) {
        jdbc.sql("delete from questionnaire_invitation where participant_id = :to and answered_at is null"
                        + " and exists (select 1 from questionnaire_invitation f where f.participant_id = :from"
                        + " and f.campaign_id = questionnaire_invitation.campaign_id"
                        + " and f.edition_id = questionnaire_invitation.edition_id and f.answered_at is not null)")
                .param("from", fromId)
                .param("to", toId)
                .update();
        jdbc.sql("update questionnaire_invitation set participant_id = :to, moved_from = :from"
                        + " where participant_id = :from and not exists (select 1 from questionnaire_invitation k"
                        + " where k.participant_id = :to and k.campaign_id = questionnaire_invitation.campaign_id"
                        + " and k.edition_id = questionnaire_invitation.edition_id)")
                .param("from", fromId)
                .param("to", toId)
                .update();
    }

    /** Gives back what was {@link #move moved}. */
    void moveBack(Long toId, Long fromId) {
        jdbc.sql("update questionnaire_invitation set participant_id = moved_from, moved_from = null"
                        + " where participant_id = ? and moved_from = ?")
                .params(toId, fromId)
                .update();
    }

    /** Takes away that these were asked, and what was answered about them. */
    void forget(Collection<Long> participantIds) {
        jdbc.sql("delete from questionnaire_invitation where participant_id in (:ids)")
                .param("ids", new TreeSet<>(participantIds))
                .update();
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        String respondent = row.getString("respondent");
        return new Campaign(
                row.getLong("id"),
                row.getLong("programme_id"),
                row.getString("kind"),
                row.getString("activity_key"),
                row.getString("instance_id"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("opened_at", LocalDateTime.class),
                row.getObject("reminded_at", LocalDateTime.class),
                row.getObject("closed_at", LocalDateTime.class),
                respondent == null ? null : Respondent.valueOf(respondent),
                row.getObject("part_of", Long.class));
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel");
        return new Invitation(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getLong("participant_id"),
                row.getLong("edition_id"),
                row.getString("questionnaire"),
                row.getInt("edition"),
                row.getString("code"),
                row.getObject("answered_at", LocalDateTime.class),
                row.getString("answered_by"),
                channel == null ? null : Channel.valueOf(channel),
                row.getInt("version"));
    }
}
