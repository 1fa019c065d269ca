package org.mentoringroadmap.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.context.ApplicationContext;

/** What the curator sees of a programme, a line for each thing: the release that keeps a year and the next one see the same. */
final class SeenYear {
    private static final int MANY = 1000;

    private final ApplicationContext application;
    private final TestSchool school;
    private final Long programme;

    private SeenYear(ApplicationContext application, TestSchool school, Long programme) {
        this.application = application;
        this.school = school;
        this.programme = programme;
    }

    /** All lines, in an order that does not depend on the database. */
    static List<String> of(ApplicationContext application, TestSchool school, Long programme) {
        SeenYear year = new SeenYear(application, school, programme);
        return school.as(
                Role.CURATOR,
                () -> Stream.of(
                                year.activities(),
                                year.documents(),
                                year.people(),
                                year.pairs(),
                                year.searches(),
                                year.tasks())
                        .flatMap(lines -> lines.stream().sorted())
                        .toList());
    }

    private List<String> activities() {
        return bean(ActivityOutcomes.class).of(programme).stream()
                .map(record -> "activity " + bean(ActivityKeys.class).knownItem(programme, record.activityKey()) + " "
                        + record.outcome() + " "
                        + record.date().map(Object::toString).orElse("") + " "
                        + record.note().orElse(""))
                .map(String::strip)
                .toList();
    }

    private List<String> documents() {
        Documents documents = bean(Documents.class);
        return documents.ofProgramme(programme).stream()
                .map(document -> String.join(
                                " ",
                                "document",
                                document.type().name(),
                                document.status().name(),
                                Optional.ofNullable(document.number()).orElse(""),
                                document.title(),
                                document.comment().orElse(""),
                                documents.file(document.id()).sha256())
                        .replaceAll(" +", " "))
                .toList();
    }

    private List<String> people() {
        List<String> lines = new ArrayList<>();
        for (ParticipantRole role : ParticipantRole.values()) {
            for (Participant one : bean(Registers.class).find(programme, ParticipantFilter.of(role), 0, MANY)) {
                String consents = bean(Consents.class).of(one.person().id()).stream()
                        .map(consent -> consent.kind() + " " + consent.signedOn()
                                + consent.withdrawnOn()
                                        .map(day -> " withdrawn " + day)
                                        .orElse(""))
                        .sorted()
                        .collect(Collectors.joining(", "));
                lines.add(String.join(
                        " ", role.name(), one.person().fullName(), one.status().name(), consents));
            }
        }
        return lines;
    }

    private List<String> pairs() {
        List<Mentorship> pairs = bean(Mentorships.class).of(programme);
        var teams = bean(MemberDirectory.class)
                .of(school.id(), pairs.stream().map(Mentorship::id).toList());
        return pairs.stream()
                .map(pair -> "pair " + pair.code() + " " + pair.state() + " "
                        + teams.getOrDefault(pair.id(), Members.NOBODY).all().stream()
                                .map(Members.NamedMember::fullName)
                                .collect(Collectors.joining(", "))
                        + bean(Meetings.class).of(pair.id()).stream()
                                .map(meeting -> "; " + meeting.kind().id() + " " + meeting.date())
                                .sorted()
                                .collect(Collectors.joining()))
                .toList();
    }

    private List<String> searches() {
        return bean(MentorSearches.class).find(programme, "", Optional.empty(), 0).stream()
                .map(search -> "search " + search.code() + " " + search.state())
                .toList();
    }

    private List<String> tasks() {
        return bean(ProcessEngine.class)
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .list()
                .stream()
                .map(task -> "task " + task.getTaskDefinitionKey() + " " + task.getName())
                .toList();
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
