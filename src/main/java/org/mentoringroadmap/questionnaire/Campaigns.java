package org.mentoringroadmap.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.PsychologistGate;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks people of a programme: those whom a row of the roadmap means, or those whom somebody names. Only who has consented is
 * asked. A person is asked once by a questionnaire within a campaign, and by the edition with which the campaign began.
 */
@Service
@Transactional
public class Campaigns {
    /** How many people one request may name. */
    public static final int MAX_PEOPLE = 1_000;

    private static final int MAX_NAMED_IDS = 20;

    /** Steps of the block, by the ids of its tasks, with their figures. */
    private static final String OPENED = "Task_OpenCampaign";

    private static final String CLOSED = "Task_CloseCampaign";
    private static final String ASKED = "invited";
    private static final String ANSWERED = "answered";

    /** A secret that was just made; it is shown once. */
    public record FreshLink(Long participantId, Long invitationId, String token) {}

    private final CampaignStore store;
    private final QuestionnaireEditions editions;
    private final Programmes programmes;
    private final ProgrammeLock lock;
    private final ActivityKeys keys;
    private final ParticipantDirectory directory;
    private final ConsentGate gate;
    private final PsychologistGate psychologist;
    private final QuestionnaireAccess access;
    private final QuestionnaireProperties settings;
    private final Steps steps;
    private final FollowUps followUps;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    Campaigns(
            CampaignStore store,
            QuestionnaireEditions editions,
            Programmes programmes,
            ProgrammeLock lock,
            ActivityKeys keys,
            ParticipantDirectory directory,
            ConsentGate gate,
            PsychologistGate psychologist,
            QuestionnaireAccess access,
            QuestionnaireProperties settings,
            Steps steps,
            FollowUps followUps,
            AuditTrail trail,
            JdbcClient jdbc) {
        this.store = store;
        this.editions = editions;
        this.programmes = programmes;
        this.lock = lock;
        this.keys = keys;
        this.directory = directory;
        this.gate = gate;
        this.psychologist = psychologist;
        this.access = access;
        this.settings = settings;
        this.steps = steps;
        this.followUps = followUps;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Asks people by a questionnaire and makes each of them a link. Where the roadmap asks the same at the moment, the answers
     * count there.
     *
     * @param expiresOn last day of the links; null for as long as links live
     * @throws NotFoundException {@code programme.unknown}, {@code questionnaire.unknown}, {@code participant.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     * @throws UserInputException {@code questionnaire.nobody}, {@code questionnaire.too-many}, {@code questionnaire.expires},
     *     {@code questionnaire.no-consent} with the ids of those who have none
     */
    public List<FreshLink> invite(
            Long programmeId, String questionnaire, Collection<Long> participantIds, LocalDate expiresOn) {
        Programme programme = access.toAsk(programmeId);
        Set<Long> ids = new HashSet<>(participantIds);
        if (ids.isEmpty() || ids.contains(null)) {
            throw new UserInputException("questionnaire.nobody");
        }
        if (ids.size() > MAX_PEOPLE) {
            throw new UserInputException("questionnaire.too-many", String.valueOf(MAX_PEOPLE));
        }
        LocalDate until = until(programme, expiresOn);
        lock.acquire(programmeId);
        List<Participant> people = directory.of(ids).stream()
                .filter(one -> one.programmeId().equals(programmeId))
                .toList();
        if (people.size() < ids.size()) {
            throw new NotFoundException("participant.unknown");
        }
        requireConsents(programme, people);
        Campaign campaign = campaignOf(programmeId, questionnaire, until);
        invite(campaign, people, questionnaire);
        Map<Long, Long> invitations = store.invitations(campaign.id()).stream()
                .filter(one -> one.questionnaire().equals(questionnaire))
                .collect(Collectors.toMap(Invitation::participantId, Invitation::id, (one, other) -> other));
        List<FreshLink> links = new ArrayList<>();
        participantIds.stream()
                .distinct()
                .forEach(id -> links.add(new FreshLink(id, invitations.get(id), LinkToken.make())));
        keep(links, until);
        trail.record(AuditEvent.of(AuditAct.PEOPLE_ASKED, programmeId)
                .fact("questionnaire", questionnaire)
                .count(links.size()));
        return links;
    }

    private void requireConsents(Programme programme, List<Participant> people) {
        Set<Long> allowed = allowed(programme, people);
        List<Long> without = people.stream()
                .map(Participant::id)
                .filter(id -> !allowed.contains(id))
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            throw new UserInputException("questionnaire.no-consent", some(without), String.valueOf(without.size()));
        }
    }

    private static String some(List<Long> ids) {
        return ids.stream().limit(MAX_NAMED_IDS).map(String::valueOf).collect(Collectors.joining(", "))
                + (ids.size() > MAX_NAMED_IDS ? "…" : "");
    }

    private LocalDate until(Programme programme, LocalDate expiresOn) {
        LocalDate last = programme.lastDay(access.today());
        if (expiresOn == null) {
            LocalDate usual = access.today().plusDays(settings.linkDays());
            return usual.isBefore(last) ? usual : last;
        }
        if (expiresOn.isBefore(access.today()) || expiresOn.isAfter(last)) {
            throw new UserInputException("questionnaire.expires", last.toString());
        }
        return expiresOn;
    }

    private Campaign campaignOf(Long programmeId, String questionnaire, LocalDate until) {
        List<Campaign> open =
                store.ofProgramme(programmeId).stream().filter(Campaign::isOpen).toList();
        return open.stream()
                .filter(campaign -> campaign.partOf() == null)
                .filter(campaign -> campaign.kind().equals(questionnaire) || asks(campaign, questionnaire))
                .findFirst()
                .orElseGet(() -> {
                    if (editions.newest(questionnaire).isEmpty()) {
                        throw new NotFoundException("questionnaire.unknown");
                    }
                    return store.campaign(store.open(
                                    programmeId, questionnaire, null, null, until, access.login(), access.now()))
                            .orElseThrow();
                });
    }

    private boolean asks(Campaign campaign, String questionnaire) {
        return campaign.asked().isPresent()
                && store.invitations(campaign.id()).stream()
                        .anyMatch(one -> one.questionnaire().equals(questionnaire));
    }

    private void keep(List<FreshLink> links, LocalDate until) {
        store.link(
                links.stream()
                        .map(link -> new CampaignStore.NewLink(LinkToken.digest(link.token()), link.invitationId()))
                        .toList(),
                Channel.LINK,
                until,
                access.now());
    }

    /**
     * Begins what a block of the roadmap asks for: everybody who is meant and has consented is asked. Begun again it asks those
     * who have come since.
     *
     * @param kind {@link CampaignKind#id}
     * @param dueOn term of the row; may be null
     * @return how many are asked
     */
    @Unguarded
    public int begin(Long programmeId, String kind, String roadmapItem, String instanceId, LocalDate dueOn) {
        lock.acquire(programmeId);
        Campaign campaign = store.ofInstance(instanceId)
                .orElseGet(() -> store.campaign(store.open(
                                programmeId,
                                kind,
                                keys.key(programmeId, roadmapItem),
                                instanceId,
                                dueOn,
                                access.login(),
                                access.now()))
                        .orElseThrow());
        return askAll(campaign);
    }

    /**
     * Asks those whom a campaign means and who have consented since.
     *
     * @return how many were added
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}, {@code questionnaire.closed}
     */
    public int askMore(Long programmeId, Long campaignId) {
        access.toAsk(programmeId);
        lock.acquire(programmeId);
        Campaign campaign = openOne(programmeId, campaignId);
        int before = store.invitations(campaignId).size();
        int added = askAll(campaign) - before;
        trail.record(AuditEvent.of(AuditAct.PEOPLE_ASKED, programmeId)
                .fact("questionnaire", campaign.kind())
                .count(added));
        return added;
    }

    /**
     * Asks others about the people of a campaign: each of them has a sheet of its own. Asked again it asks about those who have
     * come since.
     *
     * @return the campaign that asks them
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}, {@code questionnaire.closed}; {@code
     *     questionnaire.about-themselves} where people are asked about themselves
     */
    public Long askOthers(Long programmeId, Long campaignId, Respondent respondent) {
        access.toAsk(programmeId);
        lock.acquire(programmeId);
        Campaign named = openOne(programmeId, campaignId);
        Campaign whole = named.partOf() == null ? named : openOne(programmeId, named.partOf());
        if (!respondents(whole).contains(respondent)) {
            throw new ConflictException("questionnaire.about-themselves");
        }
        Long id = store.parts(whole.id()).stream()
                .filter(part -> part.respondent() == respondent)
                .map(Campaign::id)
                .findFirst()
                .orElseGet(() -> store.openPart(whole, respondent, access.login(), access.now()));
        int before = store.invitations(id).size();
        int asked = askAll(openOne(programmeId, id));
        trail.record(AuditEvent.of(AuditAct.PEOPLE_ASKED, programmeId)
                .fact("questionnaire", whole.kind())
                .count(asked - before));
        return id;
    }

    /** Who else can be asked about the people of a campaign, one of whom at least was invited. */
    private Set<Respondent> respondents(Campaign campaign) {
        List<Questionnaire> asked = store.invitations(campaign.id()).stream()
                .map(Invitation::editionId)
                .distinct()
                .map(id -> editions.get(id).questionnaire())
                .toList();
        return Arrays.stream(Respondent.values())
                .filter(respondent ->
                        asked.stream().anyMatch(one -> ofOthers(one, respondent).isPresent()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Respondent.class)));
    }

    /** By which questionnaire somebody else is asked about whoever was asked by this one. */
    private static Optional<String> ofOthers(Questionnaire asked, Respondent respondent) {
        return asked.byOthers() ? Optional.of(asked.key()) : respondent.besides(asked.key());
    }

    private int askAll(Campaign campaign) {
        Programme programme = programmes.get(campaign.programmeId());
        Map<String, List<Participant>> asked = new LinkedHashMap<>();
        meant(programme, campaign)
                .forEach((participant, questionnaire) -> asked.computeIfAbsent(questionnaire, key -> new ArrayList<>())
                        .add(participant));
        asked.forEach((questionnaire, people) -> {
            Set<Long> allowed = allowed(programme, people);
            invite(
                    campaign,
                    people.stream().filter(one -> allowed.contains(one.id())).toList(),
                    questionnaire);
        });
        return store.invitations(campaign.id()).size();
    }

    /** Whom the row means, consented or not, and by which questionnaire. */
    private Map<Participant, String> meant(Programme programme, Campaign campaign) {
        if (campaign.partOf() != null) {
            Map<Participant, String> meant = new LinkedHashMap<>();
            Map<Long, String> questionnaires = new LinkedHashMap<>();
            store.invitations(campaign.partOf())
                    .forEach(one -> ofOthers(editions.get(one.editionId()).questionnaire(), campaign.respondent())
                            .ifPresent(key -> questionnaires.put(one.participantId(), key)));
            directory.of(questionnaires.keySet()).stream()
                    .filter(campaign.respondent()::knows)
                    .forEach(one -> meant.put(one, questionnaires.get(one.id())));
            return meant;
        }
        return meant(programme, campaign.kind());
    }

    private Map<Participant, String> meant(Programme programme, String asked) {
        Map<Participant, String> meant = new LinkedHashMap<>();
        List<Participant> everybody = directory.of(everybody(programme.id()));
        CampaignKind.find(asked).ifPresent(kind -> {
            Set<Long> hindered = kind.isMeasured()
                    ? psychologist.hindered(everybody, access.today()).stream()
                            .map(Participant::id)
                            .collect(Collectors.toSet())
                    : Set.of();
            everybody.stream()
                    .filter(one -> !hindered.contains(one.id()))
                    .forEach(one -> kind.questionnaire(one).ifPresent(key -> meant.put(one, key)));
        });
        own(asked)
                .ifPresent(own -> everybody.stream()
                        .filter(one -> own.asks().means(one.role()) && one.status() != ParticipantStatus.LEFT)
                        .forEach(one -> meant.put(one, own.key())));
        return meant;
    }

    /** The school's own questionnaire that a campaign asks by, as it is worded now. */
    private Optional<Questionnaire> own(Campaign campaign) {
        return own(campaign.kind());
    }

    private Optional<Questionnaire> own(String asked) {
        return CampaignKind.find(asked).isPresent()
                ? Optional.empty()
                : editions.newest(asked).filter(one -> one.asks() != Questionnaire.Asks.ROW);
    }

    private List<Long> everybody(Long programmeId) {
        return jdbc.sql("select p.id from participant p join person n on n.id = p.person_id"
                        + " where p.programme_id = ? and n.merged_into is null and n.anonymised_on is null")
                .param(programmeId)
                .query(Long.class)
                .list();
    }

    private Set<Long> allowed(Programme programme, List<Participant> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        Map<ParticipantRole, ConsentGate.Consented> consented = new HashMap<>();
        for (ParticipantRole role : ParticipantRole.values()) {
            consented.put(role, gate.consented(programme, role));
        }
        return people.stream()
                .filter(one -> one.status() != ParticipantStatus.LEFT)
                .filter(one -> one.person().anonymisedOn().isEmpty())
                .filter(one ->
                        consented.get(one.role()).people().contains(one.person().id()))
                .map(Participant::id)
                .collect(Collectors.toSet());
    }

    private void invite(Campaign campaign, List<Participant> people, String questionnaire) {
        List<Invitation> before = store.invitations(campaign.id());
        Set<Long> asked = before.stream()
                .filter(one -> one.questionnaire().equals(questionnaire))
                .map(Invitation::participantId)
                .collect(Collectors.toSet());
        List<Participant> more =
                people.stream().filter(one -> !asked.contains(one.id())).toList();
        if (more.isEmpty()) {
            return;
        }
        List<Invitation> whole = campaign.partOf() == null ? before : store.invitations(campaign.partOf());
        Long edition = Stream.concat(whole.stream(), before.stream())
                .filter(one -> one.questionnaire().equals(questionnaire))
                .map(Invitation::editionId)
                .findFirst()
                .orElseGet(() -> editions.keep(questionnaire, access.now()).id());
        Map<Long, Long> invited = new LinkedHashMap<>();
        more.forEach(one -> invited.put(one.id(), edition));
        store.invite(campaign.id(), invited, access.login(), access.now());
    }

    /**
     * Makes links anew, one for each of these invitations; the earlier ones go on leading there.
     *
     * @param invitationIds of one campaign
     * @throws NotFoundException {@code questionnaire.campaign-unknown}, {@code questionnaire.invitation-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}, {@code questionnaire.closed}
     * @throws UserInputException {@code questionnaire.no-consent} with the ids of those who have none any more
     */
    public List<FreshLink> links(Long programmeId, Long campaignId, Collection<Long> invitationIds) {
        Programme programme = access.toAsk(programmeId);
        Campaign campaign = openOne(programmeId, campaignId);
        Map<Long, Invitation> known =
                store.invitations(campaignId).stream().collect(Collectors.toMap(Invitation::id, one -> one));
        if (!known.keySet().containsAll(invitationIds)) {
            throw new NotFoundException("questionnaire.invitation-unknown");
        }
        requireConsents(
                programme,
                directory.of(invitationIds.stream()
                        .map(id -> known.get(id).participantId())
                        .distinct()
                        .toList()));
        List<FreshLink> links = invitationIds.stream()
                .distinct()
                .map(id -> new FreshLink(known.get(id).participantId(), id, LinkToken.make()))
                .toList();
        keep(links, lastDay(programme, campaign));
        trail.record(AuditEvent.of(AuditAct.LINKS_MADE, programmeId)
                .fact("questionnaire", campaign.kind())
                .count(links.size()));
        return links;
    }

    /** Makes one more link of an invitation, for a letter that somebody has ordered who may. */
    @Unguarded
    public FreshLink linkOf(Long invitationId) {
        Invitation invitation = store.invitation(invitationId).orElseThrow();
        Campaign campaign = store.campaign(invitation.campaignId()).orElseThrow();
        FreshLink link = new FreshLink(invitation.participantId(), invitationId, LinkToken.make());
        keep(List.of(link), lastDay(programmes.get(campaign.programmeId()), campaign));
        return link;
    }

    /** A link lives as long as the campaign is likely to be open, and a term that is moved does not end it. */
    private LocalDate lastDay(Programme programme, Campaign campaign) {
        LocalDate usual = access.today().plusDays(settings.linkDays());
        LocalDate due = campaign.dueOn() == null || campaign.dueOn().isBefore(usual) ? usual : campaign.dueOn();
        LocalDate last = programme.lastDay(access.today());
        return due.isBefore(last) ? due : last;
    }

    /** Keeps that those who have not answered were reminded. */
    public void remind(Long programmeId, Long campaignId) {
        access.toAsk(programmeId);
        store.reminded(openOne(programmeId, campaignId).id(), access.now());
    }

    /**
     * Ends a campaign that was sent beside the roadmap; what a row of the roadmap asks for ends with its task.
     *
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.of-roadmap}
     */
    public void close(Long programmeId, Long campaignId) {
        access.toAsk(programmeId);
        Campaign campaign = openOne(programmeId, campaignId);
        boolean ofRoadmap = campaign.instanceId() != null
                || campaign.partOf() != null
                        && one(programmeId, campaign.partOf()).instanceId() != null;
        if (ofRoadmap) {
            throw new ConflictException("questionnaire.of-roadmap");
        }
        end(campaign);
        trail.record(AuditEvent.of(AuditAct.CAMPAIGN_CLOSED, programmeId).fact("questionnaire", campaign.kind()));
    }

    private Campaign openOne(Long programmeId, Long campaignId) {
        Campaign campaign = one(programmeId, campaignId);
        if (!campaign.isOpen()) {
            throw new ConflictException("questionnaire.closed");
        }
        return campaign;
    }

    private Campaign one(Long programmeId, Long campaignId) {
        return store.campaign(campaignId)
                .filter(campaign -> campaign.programmeId().equals(programmeId))
                .orElseThrow(() -> new NotFoundException("questionnaire.campaign-unknown"));
    }

    /**
     * How many were asked, and how many have answered.
     *
     * @param missing how many have not
     */
    public record Figures(int asked, int answered, int missing) {
        static Figures of(int asked, int answered) {
            return new Figures(asked, answered, asked - answered);
        }

        static Figures of(List<Invitation> invitations) {
            return of(invitations.size(), (int)
                    invitations.stream().filter(Invitation::isAnswered).count());
        }
    }

    /**
     * The figures of what a block asks for; whom it has asked since it began counts among those who were asked. Empty where
     * it asks nobody by name.
     */
    @Unguarded
    public Optional<Figures> count(Long programmeId, String roadmapItem, String instanceId) {
        Optional<Figures> figures =
                store.ofInstance(instanceId).map(campaign -> Figures.of(store.allInvitations(campaign.id())));
        figures.ifPresent(known -> steps.ofInstance(instanceId).stream()
                .filter(step ->
                        step.step().equals(OPENED) && !step.figure(ASKED).equals(Optional.of(known.asked())))
                .findFirst()
                .ifPresent(step -> steps.part(
                        programmeId,
                        roadmapItem,
                        instanceId,
                        OPENED,
                        done(step.date().orElse(access.today()), ASKED, known.asked()))));
        return figures;
    }

    /**
     * Records the last step of a block of which everybody has answered.
     *
     * @param part whether the activity has other parts, so that it does not end with this one
     */
    @Unguarded
    public void recordAll(Long programmeId, String roadmapItem, String instanceId, boolean part) {
        int answered = count(programmeId, roadmapItem, instanceId)
                .map(Figures::answered)
                .orElse(0);
        StepInput input = done(access.today(), ANSWERED, answered);
        if (part) {
            steps.part(programmeId, roadmapItem, instanceId, CLOSED, input);
        } else {
            steps.result(programmeId, roadmapItem, instanceId, CLOSED, input);
        }
    }

    private static StepInput done(LocalDate day, String figure, int count) {
        return new StepInput(new OutcomeInput(Outcome.DONE, day, null, null, null), Map.of(figure, count), Map.of());
    }

    /** Has the programme's campaigns looked at when what the running transaction does is in the database. */
    @Unguarded
    public void lookSoon(String instanceId) {
        store.ofInstance(instanceId)
                .ifPresent(campaign -> followUps.request(AnsweredCampaigns.KIND, campaign.programmeId()));
    }

    /** Whether a campaign ends when everybody has answered; otherwise people were named one by one, and more may follow. */
    @Unguarded
    public boolean endsByItself(Campaign campaign) {
        return campaign.partOf() == null
                && (campaign.instanceId() != null || own(campaign).isPresent());
    }

    /** The campaigns that end by themselves and that nobody who may answer still has to. */
    List<Campaign> answered(Programme programme) {
        return store.begun(programme.id()).stream()
                .filter(this::endsByItself)
                .filter(campaign -> allowed(programme, directory.of(store.unanswered(campaign.id())))
                        .isEmpty())
                .toList();
    }

    /** Nobody answers what a block has asked any more. */
    @Unguarded
    public void end(String instanceId) {
        store.ofInstance(instanceId).filter(Campaign::isOpen).ifPresent(this::end);
    }

    /** The same of what was sent beside the roadmap. */
    void end(Campaign campaign) {
        store.close(campaign.id(), access.login(), access.now());
    }

    /**
     * Asks by a questionnaire of the school's own beside the roadmap: everybody whom it is for and who has consented.
     *
     * @return the campaign
     * @throws NotFoundException {@code programme.unknown}
     * @throws UserInputException {@code questionnaire.own}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}; {@code questionnaire.runs} where people are asked by it
     *     already
     */
    public Long send(Long programmeId, String questionnaire) {
        Programme programme = access.toAsk(programmeId);
        Questionnaire own = editions.newest(questionnaire)
                .filter(one -> one.asks() != Questionnaire.Asks.ROW)
                .orElseThrow(() -> new UserInputException("questionnaire.own"));
        lock.acquire(programmeId);
        if (store.ofProgramme(programmeId).stream()
                .anyMatch(one -> one.isOpen() && one.kind().equals(own.key()))) {
            throw new ConflictException("questionnaire.runs");
        }
        Long id = store.open(programmeId, own.key(), null, null, until(programme, null), access.login(), access.now());
        int asked = askAll(store.campaign(id).orElseThrow());
        trail.record(AuditEvent.of(AuditAct.PEOPLE_ASKED, programmeId)
                .fact("questionnaire", own.key())
                .count(asked));
        return id;
    }

    /**
     * A campaign as the list shows it.
     *
     * @param ownTitle {@link #ownTitle}
     */
    public record Line(Campaign campaign, Figures figures, String ownTitle) {}

    /** Title of the school's own questionnaire that a campaign asks by; its key where there is none of this key any more. */
    @Unguarded
    public String ownTitle(Campaign campaign) {
        return own(campaign).map(Questionnaire::title).orElse(campaign.kind());
    }

    /** The campaigns of a programme, the latest first. */
    @Transactional(readOnly = true)
    public List<Line> list(Long programmeId) {
        access.toRead(programmeId);
        Map<Long, Figures> figures = store.figures(programmeId);
        return store.ofProgramme(programmeId).stream()
                .map(campaign ->
                        new Line(campaign, figures.getOrDefault(campaign.id(), Figures.of(0, 0)), ownTitle(campaign)))
                .toList();
    }

    /**
     * A campaign, for who may see who was asked.
     *
     * @throws NotFoundException {@code questionnaire.campaign-unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Campaign get(Long programmeId, Long campaignId) {
        access.toRead(programmeId);
        return one(programmeId, campaignId);
    }

    /** Who else is asked about the people of a campaign: the part of each, where there is one; empty for the others. */
    @Transactional(readOnly = true)
    public Map<Respondent, Optional<Long>> others(Long programmeId, Long campaignId) {
        access.toRead(programmeId);
        Campaign named = one(programmeId, campaignId);
        Campaign whole = named.partOf() == null ? named : one(programmeId, named.partOf());
        Map<Respondent, Optional<Long>> others = new EnumMap<>(Respondent.class);
        Set<Respondent> respondents = respondents(whole);
        if (!respondents.isEmpty()) {
            List<Campaign> parts = store.parts(whole.id());
            for (Respondent respondent : respondents) {
                others.put(
                        respondent,
                        parts.stream()
                                .filter(part -> part.respondent() == respondent)
                                .map(Campaign::id)
                                .findFirst());
            }
        }
        return others;
    }

    /**
     * Somebody who was asked.
     *
     * @param mayAnswer whether the consent is still valid; nobody waits for whoever may not
     */
    public record Asked(Participant participant, Invitation invitation, boolean mayAnswer) {
        /** Whether an answer is missing that may still come. */
        public boolean isAwaited() {
            return mayAnswer && !invitation.isAnswered();
        }
    }

    /** A code of the campaign as somebody has typed it; empty for what is no code. */
    public static String code(String typed) {
        return LinkToken.typedCode(typed);
    }

    /** Who was asked in a campaign, in the order of names; a class teacher sees the own class. */
    @Transactional(readOnly = true)
    public List<Asked> asked(Long programmeId, Long campaignId) {
        Programme programme = access.toRead(programmeId);
        Campaign campaign = one(programmeId, campaignId);
        Map<Long, List<Invitation>> invitations =
                store.invitations(campaign.id()).stream().collect(Collectors.groupingBy(Invitation::participantId));
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        List<Asked> asked = new ArrayList<>();
        List<Participant> people = directory.of(invitations.keySet()).stream()
                .filter(one -> own.isEmpty()
                        || one.classId().filter(own.get()::contains).isPresent())
                .toList();
        Set<Long> allowed = allowed(programme, people);
        people.forEach(one -> invitations
                .get(one.id())
                .forEach(invitation -> asked.add(new Asked(one, invitation, allowed.contains(one.id())))));
        return asked;
    }

    /**
     * How many a campaign means who are not asked.
     *
     * @param ready could be asked now: they have come, or consented, since it began
     * @param without have no consent
     */
    public record NotAsked(int ready, int without) {}

    /** How many a campaign means who are not asked; asking more is for the ready ones. */
    @Transactional(readOnly = true)
    public NotAsked notAsked(Long programmeId, Long campaignId) {
        Programme programme = access.toRead(programmeId);
        Campaign campaign = one(programmeId, campaignId);
        Set<Long> asked = store.invitations(campaignId).stream()
                .map(Invitation::participantId)
                .collect(Collectors.toSet());
        List<Participant> missing = meant(programme, campaign).keySet().stream()
                .filter(one -> !asked.contains(one.id()))
                .toList();
        int ready = allowed(programme, missing).size();
        return new NotAsked(ready, missing.size() - ready);
    }

    /** How many people of a programme a row means that asks so, consented or not, by questionnaire. */
    @Transactional(readOnly = true)
    Map<String, Long> meant(Long programmeId, String asked) {
        return counted(meant(access.toRead(programmeId), asked));
    }

    /** The same of a campaign. */
    @Transactional(readOnly = true)
    Map<String, Long> meant(Long programmeId, Long campaignId) {
        return counted(meant(access.toRead(programmeId), one(programmeId, campaignId)));
    }

    private static Map<String, Long> counted(Map<Participant, String> meant) {
        return meant.values().stream().collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    /** The questionnaires of a campaign with the edition by which its people were asked. */
    @Transactional(readOnly = true)
    public List<Questionnaire> questionnaires(Long programmeId, Long campaignId) {
        access.toRead(programmeId);
        return store.invitations(one(programmeId, campaignId).id()).stream()
                .map(Invitation::editionId)
                .distinct()
                .map(id -> editions.get(id).questionnaire())
                .toList();
    }
}
