package org.mentoringroadmap.mentorship.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.mentorship.MemberAssignment;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of mentors whom the school employs to their duties (Labour Code, article 351.8): collected after it is decided
 * who works with whom and before the order. The task that collects them ends by itself when nobody is missing.
 */
@Service
public class Duties implements FollowUp {
    private static final String KIND = "duties";

    /**
     * A mentor of workers who works at the school: without the consent the order on pairs is not approved.
     *
     * @param pairs codes of the open pairs and groups, in their order
     * @param given whether there is a valid consent
     */
    public record Worker(Participant mentor, List<String> pairs, boolean given) {}

    private final Mentorships mentorships;
    private final MemberAssignment assignment;
    private final ParticipantDirectory directory;
    private final Admissions admissions;
    private final Steps steps;
    private final ActivityOutcomes outcomes;
    private final MentorshipProcess process;
    private final Programmes programmes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final FollowUps followUps;

    Duties(
            Mentorships mentorships,
            MemberAssignment assignment,
            ParticipantDirectory directory,
            Admissions admissions,
            Steps steps,
            ActivityOutcomes outcomes,
            MentorshipProcess process,
            Programmes programmes,
            MentorshipLocks locks,
            MentorshipAccess access,
            FollowUps followUps) {
        this.mentorships = mentorships;
        this.assignment = assignment;
        this.directory = directory;
        this.admissions = admissions;
        this.steps = steps;
        this.outcomes = outcomes;
        this.process = process;
        this.programmes = programmes;
        this.locks = locks;
        this.access = access;
        this.followUps = followUps;
    }

    /**
     * Mentors of a programme's open pairs whom the school employs, in the order of names; for eyes that may see names.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code programme.unknown}
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public List<Worker> shown(Long programmeId) {
        access.toRead(programmeId);
        return workers(programmeId);
    }

    /** Whether somebody's consent is missing. */
    @Transactional(readOnly = true)
    public boolean needed(Long programmeId) {
        return workers(programmeId).stream().anyMatch(worker -> !worker.given());
    }

    private List<Worker> workers(Long programmeId) {
        Map<Long, Mentorship> open = mentorships.of(programmeId).stream()
                .filter(pair -> pair.state().isOpen())
                .collect(Collectors.toMap(Mentorship::id, Function.identity()));
        if (open.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Mentorship>> byMentor = new HashMap<>();
        assignment
                .mentors(open.keySet())
                .forEach((pair, mentor) -> byMentor.computeIfAbsent(mentor, any -> new ArrayList<>())
                        .add(open.get(pair)));
        List<Participant> here = directory.of(byMentor.keySet()).stream()
                .filter(mentor -> mentor.category().worksHere())
                .filter(mentor -> byMentor.get(mentor.id()).stream().anyMatch(MemberDirectory::mentorsWorkers))
                .toList();
        Set<Long> given = admissions.eligible(
                AdmissionPurpose.ORDER, here.stream().map(Participant::id).toList(), access.today());
        return here.stream()
                .map(mentor -> new Worker(mentor, codes(byMentor.get(mentor.id())), given.contains(mentor.id())))
                .toList();
    }

    private static List<String> codes(List<Mentorship> pairs) {
        return pairs.stream()
                .map(Mentorship::code)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /**
     * The collection ends: how many consents there are and how many were needed is kept with the activity.
     *
     * @param note remark; may be null
     * @return how the activity itself has ended, which stays as it is
     */
    @Transactional
    public Outcome record(Long programmeId, String roadmapItem, String instanceId, String step, String note) {
        List<Worker> workers = workers(programmeId);
        LocalDate today = access.today();
        steps.step(
                programmeId,
                roadmapItem,
                instanceId,
                step,
                new StepInput(
                        new OutcomeInput(Outcome.DONE, today, null, note, null),
                        Map.of("needed", workers.size(), "received", (int)
                                workers.stream().filter(Worker::given).count()),
                        Map.of()));
        return outcomes.find(programmeId, roadmapItem)
                .map(ActivityRecord::outcome)
                .orElse(Outcome.DONE);
    }

    @EventListener
    void registerChanged(RegisterChanged change) {
        lookSoon(change.programmeId());
    }

    @EventListener
    void pairsChanged(MembersChanged change) {
        lookSoon(change.programmeId());
    }

    /** Has the task looked at once what the running transaction does is in the database. */
    public void lookSoon(Long programmeId) {
        followUps.request(KIND, programmeId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Ends the task of the programme when nobody's consent is missing. */
    @Override
    @Transactional
    public void run(Long programmeId) {
        if (!process.collectsDuties(programmeId)) {
            return;
        }
        locks.programme(programmeId);
        if (programmes.get(programmeId).state() == Programme.State.RUNNING && !needed(programmeId)) {
            process.dutiesCollected(programmeId);
        }
    }
}
