package org.mentoringroadmap.platform.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.EnteredPairs;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Pairs and groups of the demo with their meetings, as a curator enters them. */
@Component
@Profile("demo")
class DemoPairs {
    private final EnteredPairs entered;
    private final Mentorships mentorships;
    private final MentorshipRepository repository;
    private final Meetings meetings;
    private final Staff staff;
    private final DemoEngine engine;

    DemoPairs(
            EnteredPairs entered,
            Mentorships mentorships,
            MentorshipRepository repository,
            Meetings meetings,
            Staff staff,
            DemoEngine engine) {
        this.entered = entered;
        this.mentorships = mentorships;
        this.repository = repository;
        this.meetings = meetings;
        this.staff = staff;
        this.engine = engine;
    }

    /** @param known ids of participants by name */
    void form(String schoolId, Long programmeId, List<DemoPlan.Team> teams, Map<String, Long> known) {
        for (DemoPlan.Team team : teams) {
            DemoYear.attempt(
                    "the pair of " + team.basis(),
                    () -> curator(schoolId, () -> {
                        Long mentor = staff.of(schoolId).stream()
                                .filter(member -> member.fullName().equals(team.mentor()))
                                .map(StaffMember::id)
                                .findFirst()
                                .orElse(null);
                        entered.enter(
                                programmeId,
                                new MentorshipDetails(team.mentees().size(), mentor, team.form(), team.basis()),
                                new MemberChoice(
                                        known.get(team.mentor()),
                                        team.mentees().stream().map(known::get).toList()));
                    }));
        }
    }

    /**
     * Pairs that have met have worked since their first meeting, though they are entered today.
     *
     * @param day which day a text of the plan means
     */
    void meet(String schoolId, Long programmeId, List<DemoPlan.Team> teams, Function<String, LocalDate> day) {
        Map<String, Long> pairs = engine.as(Role.CURATOR.id(), schoolId, () -> mentorships.of(programmeId)).stream()
                .filter(pair -> pair.basis().isPresent())
                .collect(Collectors.toMap(pair -> pair.basis().orElseThrow(), Mentorship::id));
        for (DemoPlan.Team team : teams) {
            team.met().stream()
                    .map(met -> day.apply(met.date()))
                    .min(LocalDate::compareTo)
                    .flatMap(first -> repository
                            .findById(pairs.get(team.basis()))
                            .map(pair -> {
                                pair.start(first);
                                return pair;
                            }))
                    .ifPresent(repository::save);
            for (DemoPlan.Met met : team.met()) {
                DemoYear.attempt("a meeting of " + team.basis(), () -> {
                    curator(
                            schoolId,
                            () -> meetings.record(
                                    programmeId,
                                    pairs.get(team.basis()),
                                    MeetingKind.parse(met.kind()),
                                    new MeetingReport(true, day.apply(met.date()), met.note())));
                    engine.runJobs(programmeId);
                });
            }
        }
    }

    private void curator(String schoolId, Runnable work) {
        engine.as(Role.CURATOR.id(), schoolId, () -> {
            work.run();
            return null;
        });
    }
}
