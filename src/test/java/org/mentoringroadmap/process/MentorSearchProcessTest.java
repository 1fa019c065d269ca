package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.proposal.MentorProposals;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers({"mentor-search", "mentor-search-launch"})
class MentorSearchProcessTest extends MentorshipTestCase {
    private static final String SUPPORT = "Task_Support";
    private static final String REVIEW = "Task_ReviewProposal";
    private static final Map<String, Object> ACCEPT = Map.of("outcome", "done", "date", TODAY);

    @Autowired
    private MentorProposals proposals;

    @Test
    void everybodyWhoIsLeftIsSearchedFor() {
        decide(1, 3, 1);

        String launch = launch();

        assertEndedAt(launch, "End_SearchesStarted");
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome(ITEM).note())
                .hasValueSatisfying(note -> assertThat(note).contains("3"));
        assertThat(running()).isEqualTo(3);
        assertThat(groups(task(SUPPORT))).containsExactly("psychologist");
        assertThat(openTasks()).containsExactly(SUPPORT);
    }

    @Test
    void nobodyIsLeft() {
        decide(1, 0, 0);

        launch();

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(running()).isZero();
    }

    @Test
    void closedBefore() {
        decide(1, 0, 0);
        launch();

        assertEndedAt(launch(), "End_ClosedBefore");
    }

    @Test
    void supportAndSearchDoNotWaitForEachOther() {
        MentorSearch search = add(true);

        complete(Role.PSYCHOLOGIST, SUPPORT, Map.of("outcome", "done", "date", TODAY));
        assertThat(get(search).supportedOn()).contains(DAY);
        assertThat(get(search).state()).isEqualTo(MentorSearch.State.SEARCHING);
        Mentorship pair = pair(null, search.id(), null, false);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(get(search).foundId()).contains(pair.id());
        assertEndedAt(instance("mentor-search", "searchId", search.id()), "End_Supported", "End_MentorFound");
        MentorshipProcessTest.assertRefusedByPage(
                ConflictException.class, "search.closed", () -> pair(null, search.id(), null, false));
    }

    @Test
    void supportMayTurnOutNeedless() {
        MentorSearch search = add(true);

        complete(Role.PSYCHOLOGIST, SUPPORT, NOT_HELD);

        assertThat(get(search).supportedOn()).isEmpty();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void supportCanBeSaidOnThePage() {
        MentorSearch search = add(true);

        school.as(Role.PSYCHOLOGIST, () -> {
            searches.supported(programmeId(), search.id());
            return null;
        });

        assertThat(get(search).supportedOn()).contains(DAY);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void withoutAPsychologistNobodyIsFlooded() {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        decide(1, 20, 20);

        launch();

        assertThat(running()).isEqualTo(20);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void aSearchIsGivenUpWithAReason() {
        MentorSearch search = add(false);

        stop(search);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.STOPPED);
        assertEndedAt(instance("mentor-search", "searchId", search.id()), "End_NoSupport", "End_SearchStopped");
        MentorshipProcessTest.assertRefusedByPage(ConflictException.class, "search.closed", () -> stop(search));
    }

    @Test
    void everyMonthItIsMarkedAndTheYearCarriesItOver() {
        MentorSearch search = add(true);
        assertThat(get(search).remindedOn()).isEmpty();

        moveTo(LocalDateTime.of(2025, 9, 1, 8, 0));
        school.runJobs();
        assertThat(get(search).remindedOn()).contains(day("2025-09-01"));
        assertThat(openTasks()).containsExactly(SUPPORT);
        moveTo(LocalDateTime.of(2025, 10, 1, 8, 0));
        school.runJobs();
        assertThat(get(search).remindedOn()).contains(day("2025-10-01"));

        asJob(() -> work.closeAll(programmeId()));

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.CARRIED_OVER);
        assertThat(openTasks()).isEmpty();
        assertThat(running()).isZero();
    }

    @Test
    void aMessageForAnUnknownOrRunningSearchIsRefused() {
        MentorSearch search = add(false);

        assertMessageRefused("search.unknown", "424242");
        assertMessageRefused("search.started", search.id().toString());
    }

    @Test
    void aMentorWhoAppearsIsProposedAndAccepted() {
        Participant anna = mentee("Ждунова");
        MentorSearch search = searchFor(anna);
        assertThat(openTasks()).as("nobody to propose, nobody to ask").isEmpty();

        Participant pyotr = mentor("Образцов", 1);

        assertThat(openTasks()).containsExactly(REVIEW);
        assertThat(groups(task(REVIEW))).containsExactly("curator");
        assertThat(task(REVIEW).getName()).contains(search.code()).doesNotContain("Ждунова");
        assertThat(shown(search)).hasValueSatisfying(shown -> {
            assertThat(shown.mentee().id()).isEqualTo(anna.id());
            assertThat(shown.mentor().id()).isEqualTo(pyotr.id());
            assertThat(shown.proposal().basis())
                    .hasValueSatisfying(basis -> assertThat(basis).contains("Шахматы"));
        });
        complete(Role.CURATOR, REVIEW, ACCEPT);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.FOUND);
        Mentorship pair = mentorships.get(programmeId(), get(search).foundId().orElseThrow());
        assertThat(team(pair)).containsExactly(pyotr.id(), anna.id());
        assertThat(pair.basis()).hasValueSatisfying(basis -> assertThat(basis).contains("Шахматы"));
        assertEndedAt(instance(search), "End_NoSupport", "End_ProposalAccepted", "End_MentorFound");
        assertThat(running()).isZero();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whoeverIsDeclinedIsNeverProposedAgain() {
        MentorSearch search = searchFor(mentee("Ждунова"));
        mentor("Образцов", 3);
        refuses("mentorship.reason", Role.CURATOR, REVIEW, Map.of("outcome", "not-held"));
        refuses("proposal.decision", Role.CURATOR, REVIEW, EARLIER);

        complete(Role.CURATOR, REVIEW, NOT_HELD);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.SEARCHING);
        assertThat(openTasks()).isEmpty();
        Participant other = mentor("Другов", 1);
        assertThat(openTasks()).containsExactly(REVIEW);
        assertThat(shown(search).orElseThrow().mentor().id()).isEqualTo(other.id());
        complete(Role.CURATOR, REVIEW, ACCEPT);
        assertThat(get(search).state()).isEqualTo(MentorSearch.State.FOUND);
    }

    @Test
    void freePlacesAreSharedOutAmongAllWhoWait() {
        MentorSearch first = searchFor(mentee("Ждунова"));
        MentorSearch second = searchFor(mentee("Терпелов"));
        Participant pyotr = mentor("Образцов", 1);
        assertThat(openTasks()).as("one place, one proposal").containsExactly(REVIEW);

        complete(Role.CURATOR, REVIEW, ACCEPT);
        assertThat(openTasks()).isEmpty();
        assertThat(searches.count(programmeId(), MentorSearch.State.FOUND)).isEqualTo(1);
        makeRoom(pyotr, 2);

        assertThat(openTasks()).containsExactly(REVIEW);
        complete(Role.CURATOR, REVIEW, ACCEPT);
        assertThat(get(first).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(get(second).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(mentorships.of(programmeId())).hasSize(2);
    }

    @Test
    void aProposalThatCanBeNoLongerEndsItsTask() {
        MentorSearch search = searchFor(mentee("Ждунова"));
        Participant pyotr = mentor("Образцов", 1);
        assertThat(openTasks()).containsExactly(REVIEW);

        withdraw(pyotr);

        assertThat(openTasks()).doesNotContain(REVIEW);
        assertThat(shown(search)).isEmpty();
        MentorshipProcessTest.assertRefusedByPage(
                ConflictException.class,
                "proposal.void",
                () -> school.as(
                        Role.CURATOR,
                        () -> proposals.decide(
                                programmeId(), search.id(), new OutcomeInput(Outcome.DONE, DAY, null, null, null))));
        Participant other = mentor("Другов", 1);
        assertThat(shown(search).orElseThrow().mentor().id()).isEqualTo(other.id());
        complete(Role.CURATOR, REVIEW, ACCEPT);
        assertEndedAt(instance(search), "End_NoSupport", "End_ProposalAccepted", "End_MentorFound");
    }

    @Test
    void aPairByHandEndsSearchAndProposal() {
        Participant anna = mentee("Ждунова");
        MentorSearch search = searchFor(anna);
        Participant pyotr = mentor("Образцов", 1);
        Participant other = mentor("Другов", 1);
        assertThat(openTasks()).containsExactly(REVIEW);

        Mentorship pair = pairOf(anna, shown(search).orElseThrow().mentor().id().equals(pyotr.id()) ? other : pyotr);

        assertThat(get(search).foundId()).contains(pair.id());
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance(search), "End_NoSupport", "End_MentorFound");
    }

    @Test
    void whatIsGivenUpIsProposedToNoLonger() {
        MentorSearch search = searchFor(mentee("Ждунова"));
        mentor("Образцов", 1);
        assertThat(openTasks()).containsExactly(REVIEW);

        stop(search);

        assertThat(openTasks()).isEmpty();
        assertThat(shown(search)).isEmpty();
        assertEndedAt(instance(search), "End_NoSupport", "End_SearchStopped");
    }

    @Test
    void whoeverWasProposedToAnEndedSearchIsFreeForTheNext() {
        MentorSearch first = searchFor(mentee("Ждунова"));
        MentorSearch second = searchFor(mentee("Терпелов"));
        mentor("Образцов", 1);
        MentorSearch proposed = shown(first).isPresent() ? first : second;
        MentorSearch other = proposed == first ? second : first;
        assertThat(shown(other)).isEmpty();

        stop(proposed);

        assertThat(shown(other)).isPresent();
        assertThat(openTasks()).containsExactly(REVIEW);
    }

    @Test
    void whatEndsBeforeItsFirstLookIsOver() {
        Participant anna = mentee("Ждунова");
        mentor("Образцов", 1);
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId(), false, anna.id()));

        stop(search);

        assertEndedAt(instance(search), "End_NoSupport", "End_SearchOver", "End_MentorFound");
    }

    @Test
    void whoLeavesIsLookedForNoLonger() {
        Participant anna = mentee("Ждунова");
        MentorSearch search = searchFor(anna);

        school.as(Role.CURATOR, () -> {
            registers.changeStatus(anna.id(), ParticipantStatus.LEFT, "Переезд");
            return null;
        });
        school.runJobs();

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.STOPPED);
        assertThat(get(search).reason()).isPresent();
        assertEndedAt(instance(search), "End_NoSupport", "End_SearchStopped");
    }

    @Test
    void whoLeavesIsNotSupportedEither() {
        Participant anna = mentee("Ждунова");
        Participant boris = mentee("Терпелов");
        MentorSearch search = supported(anna);
        MentorSearch other = supported(boris);
        MentorSearch ofACode = add(true);

        leave(anna);

        assertThat(get(search).supportedOn()).as("nobody has helped").isEmpty();
        assertEndedAt(instance(search), "End_Supported", "End_SearchStopped");
        assertThat(openTasks()).as("the others go on").containsExactly(SUPPORT, SUPPORT);
        assertThat(List.of(get(other).state(), get(ofACode).state())).containsOnly(MentorSearch.State.SEARCHING);
    }

    @Test
    void whoLeavesAfterTheSearchHasEndedIsNotSupportedEither() {
        Participant anna = mentee("Ждунова");
        MentorSearch given = supported(anna);
        stop(given);
        MentorSearch again = supported(anna);
        Mentorship pair = pairOf(anna, mentor("Образцов", 1));
        assertThat(get(again).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(openTasks()).as("a pair or none, help was promised").contains(SUPPORT);
        end(pair, false);

        leave(anna);

        assertThat(openTasks()).doesNotContain(SUPPORT);
        assertEndedAt(instance(given), "End_Supported", "End_SearchStopped");
    }

    @Test
    void whoHasLeftBeforeTheFirstLookIsNotSupportedEither() {
        Participant anna = mentee("Ждунова");
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId(), true, anna.id()));

        leave(anna);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.STOPPED);
        assertThat(openTasks()).isEmpty();
        assertThat(running()).isZero();
    }

    private MentorSearch supported(Participant mentee) {
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId(), true, mentee.id()));
        school.runJobs();
        return search;
    }

    private void leave(Participant participant) {
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(participant.id(), ParticipantStatus.LEFT, "Переезд");
            return null;
        });
        school.runJobs();
    }

    @Test
    void whoHasLeftBeforeTheFirstLookIsNotLookedForEither() {
        Participant anna = mentee("Ждунова");
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId(), false, anna.id()));
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(anna.id(), ParticipantStatus.LEFT, "Переезд");
            return null;
        });

        school.runJobs();

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.STOPPED);
        assertThat(running()).isZero();
    }

    @Test
    void whoHasPartedIsProposedAnotherMentorAndGoesOn() {
        Participant anna = mentee("Ждунова");
        Participant pyotr = mentor("Образцов", 2);
        Mentorship parted = pairOf(anna, pyotr);

        end(parted, true);
        assertThat(openTasks()).as("not the same mentor again").isEmpty();
        Participant other = mentor("Другов", 1);
        complete(Role.CURATOR, REVIEW, ACCEPT);

        Mentorship next = mentorships.of(programmeId()).get(1);
        assertThat(team(next)).containsExactly(other.id(), anna.id());
        assertThat(next.continuesId()).contains(parted.id());
    }

    @Test
    void everyMenteeOfAGroupThatPartsIsSearchedFor() {
        Participant anna = mentee("Ждунова");
        Participant boris = mentee("Терпелов");
        Participant pyotr = mentor("Образцов", 2);
        Mentorship group = school.as(
                Role.CURATOR,
                () -> book.add(
                        programmeId(),
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.GROUP, new MentorshipDetails(2, null, null, null), null, null, false),
                        new MemberChoice(pyotr.id(), List.of(anna.id(), boris.id()))));

        end(group, true);

        assertThat(searches.find(programmeId(), "", Optional.empty(), 0))
                .extracting(search -> search.participantId().orElseThrow())
                .containsExactlyInAnyOrder(anna.id(), boris.id());
        assertThat(running()).isEqualTo(2);
    }

    @Test
    void aCodeGetsItsMentee() {
        mentor("Образцов", 1);
        MentorSearch search = add(false);
        Participant anna = mentee("Ждунова");
        assertThat(openTasks()).isEmpty();

        school.as(Role.CURATOR, () -> {
            searches.name(programmeId(), search.id(), anna.id());
            return null;
        });
        school.runJobs();

        assertThat(openTasks()).containsExactly(REVIEW);
        MentorshipProcessTest.assertRefusedByPage(
                ConflictException.class, "search.open-already", () -> searchFor(anna));
        MentorshipProcessTest.assertRefusedByPage(
                ConflictException.class,
                "search.named",
                () -> school.as(Role.CURATOR, () -> {
                    searches.name(programmeId(), search.id(), anna.id());
                    return null;
                }));
    }

    @Test
    void nobodyIsLookedForWhoTakesPartNoMore() {
        add(false);
        Participant anna = mentee("Ждунова");
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(anna.id(), ParticipantStatus.LEFT, null);
            return null;
        });

        MentorshipProcessTest.assertRefusedByPage(ConflictException.class, "search.left", () -> searchFor(anna));
    }

    @Test
    void theYearEndsAProposalToo() {
        MentorSearch search = searchFor(mentee("Ждунова"));
        mentor("Образцов", 1);

        asJob(() -> work.closeAll(programmeId()));

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.CARRIED_OVER);
        assertThat(shown(search)).isEmpty();
        assertThat(openTasks()).isEmpty();
        assertThat(running()).isZero();
    }

    private MentorSearch searchFor(Participant mentee) {
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId(), false, mentee.id()));
        school.runJobs();
        return search;
    }

    private Optional<MentorProposals.Shown> shown(MentorSearch search) {
        return school.as(Role.CURATOR, () -> proposals.shown(programmeId(), search.id()));
    }

    private Mentorship pairOf(Participant mentee, Participant mentor) {
        Mentorship pair = school.as(
                Role.CURATOR,
                () -> book.add(
                        programmeId(),
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                        new MemberChoice(mentor.id(), List.of(mentee.id()))));
        school.runJobs();
        return pair;
    }

    /** Mentor and mentee of a pair. */
    private List<Long> team(Mentorship pair) {
        return teams.of(school.id(), List.of(pair.id())).get(pair.id()).all().stream()
                .map(Members.NamedMember::participantId)
                .toList();
    }

    private String instance(MentorSearch search) {
        return instance("mentor-search", "searchId", search.id());
    }

    private void assertMessageRefused(String code, String searchId) {
        assertRefused(
                code,
                catchThrowable(() -> school.as(
                        "admin",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> runtime.createMessageCorrelation("MentorSearchStarted")
                                .processInstanceBusinessKey(key)
                                .setVariable("schoolId", school.id())
                                .setVariable("searchId", searchId)
                                .correlateStartMessage())));
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    private MentorSearch add(boolean support) {
        Long programme = programmeId();
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programme, support));
        school.runJobs();
        return search;
    }

    private void stop(MentorSearch search) {
        school.as(Role.CURATOR, () -> {
            searches.stop(programmeId(), search.id(), "Семья переехала");
            return null;
        });
        school.runJobs();
    }

    private MentorSearch get(MentorSearch search) {
        return searches.get(programmeId(), search.id());
    }

    private void decide(int pairs, int unmatched, int support) {
        startBlock("pair-formation", "curator", Map.of("pairStep", "decide", "roadmapItem", "000-5.1.4"));
        complete(
                Role.CURATOR,
                "Task_DecidePairs",
                Map.of(
                        "outcome",
                        "done",
                        "date",
                        TODAY,
                        "pairs",
                        pairs,
                        "unmatched",
                        unmatched,
                        "supportNeeded",
                        support));
        assertThat(searches.find(programmeId(), "", Optional.empty(), 0).getTotalElements())
                .isEqualTo(unmatched);
    }

    private String launch() {
        return startBlock("mentor-search-launch", "psychologist", Map.of());
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("mentor-search")
                .count();
    }
}
