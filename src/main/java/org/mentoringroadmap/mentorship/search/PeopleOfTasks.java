package org.mentoringroadmap.mentorship.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Members.NamedMember;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPeople;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names beside tasks of pairs and searches: all of them to who may see pairs, the own mentees to a mentor. */
@Component
class PeopleOfTasks implements TaskPeople {
    private final MentorshipProcess process;
    private final MentorshipAccess access;
    private final Mentorships mentorships;
    private final MemberDirectory members;
    private final MentorSearchRepository searches;
    private final ParticipantDirectory directory;
    private final Programmes programmes;
    private final ActingPerson me;

    PeopleOfTasks(
            MentorshipProcess process,
            MentorshipAccess access,
            Mentorships mentorships,
            MemberDirectory members,
            MentorSearchRepository searches,
            ParticipantDirectory directory,
            Programmes programmes,
            ActingPerson me) {
        this.process = process;
        this.access = access;
        this.mentorships = mentorships;
        this.members = members;
        this.searches = searches;
        this.directory = directory;
        this.programmes = programmes;
        this.me = me;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks) {
        Map<String, String> named = new HashMap<>();
        Optional<StaffMember> mentor = me.find();
        if (tasks.isEmpty() || !access.mayRead() && mentor.isEmpty()) {
            return named;
        }
        Map<String, OpenTask> byInstance = tasks.stream()
                .collect(Collectors.toMap(OpenTask::instanceId, Function.identity(), (first, same) -> first));
        MentorshipProcess.About about = process.about(byInstance.keySet());
        Map<Long, String> pairs = pairs(byInstance, about, mentor);
        about.pairs().forEach((instance, pair) -> put(named, byInstance.get(instance), pairs.get(pair)));
        Map<Long, String> mentees = mentees(byInstance, about);
        about.searches().forEach((instance, search) -> put(named, byInstance.get(instance), mentees.get(search)));
        return named;
    }

    private static void put(Map<String, String> named, OpenTask task, String people) {
        if (people != null && !people.isEmpty()) {
            named.put(task.id(), people);
        }
    }

    /** By the pair: mentor and mentees, to the mentor the mentees alone. */
    private Map<Long, String> pairs(
            Map<String, OpenTask> byInstance, MentorshipProcess.About about, Optional<StaffMember> mentor) {
        if (about.pairs().isEmpty()) {
            return Map.of();
        }
        Map<Long, String> names = new HashMap<>();
        if (access.mayRead()) {
            Map<Long, List<Long>> byProgramme = about.pairs().entrySet().stream()
                    .collect(Collectors.groupingBy(
                            entry -> byInstance.get(entry.getKey()).programmeId(),
                            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            visible(byProgramme.keySet())
                    .forEach(programme -> members.of(programme.schoolId(), byProgramme.get(programme.id()))
                            .forEach((pair, team) -> names.put(pair, names(team.all().stream()))));
        } else {
            StaffMember own = mentor.orElseThrow();
            List<Long> led = mentorships.ofMentor(own.id()).stream()
                    .map(Mentorship::id)
                    .filter(about.pairs()::containsValue)
                    .toList();
            members.of(own.schoolId(), led).forEach((pair, team) -> names.put(pair, names(team.mentees().stream())));
        }
        return names;
    }

    private Stream<Programme> visible(Collection<Long> ids) {
        return programmes.visible().stream().filter(programme -> ids.contains(programme.id()));
    }

    private static String names(Stream<NamedMember> people) {
        return people.map(Members.NamedMember::shortNameAndClass).collect(Collectors.joining(", "));
    }

    /** By the search: whom a mentor is looked for. */
    private Map<Long, String> mentees(Map<String, OpenTask> byInstance, MentorshipProcess.About about) {
        if (about.searches().isEmpty() || !access.mayRead()) {
            return Map.of();
        }
        List<Long> programmeIds = visible(
                        byInstance.values().stream().map(OpenTask::programmeId).collect(Collectors.toSet()))
                .map(Programme::id)
                .toList();
        Map<Long, Long> byId = searches.findAllById(about.searches().values()).stream()
                .filter(search -> programmeIds.contains(search.programmeId()))
                .filter(search -> search.participantId().isPresent())
                .collect(Collectors.toMap(
                        MentorSearch::id, search -> search.participantId().orElseThrow()));
        Map<Long, Participant> people =
                directory.of(byId.values()).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        return byId.entrySet().stream()
                .filter(entry -> people.containsKey(entry.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> people.get(entry.getValue()).person().tellingName()));
    }
}
