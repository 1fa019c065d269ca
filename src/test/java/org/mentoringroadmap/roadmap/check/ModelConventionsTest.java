package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every model and form that ships keeps the conventions, checked together as they are deployed together. */
class ModelConventionsTest {

    /** Names that the application offers to models: an API, since running instances of last month use them. */
    private static final ModelContext APPLICATION = new KnownNames(
            Set.of(
                    "anonymisePerson",
                    "cancelDocument",
                    "carryOverSearch",
                    "checkPairsEnded",
                    "closeMentorshipWithYear",
                    "closeMentorships",
                    "completeMentorship",
                    "completeProgramme",
                    "confirmTerms",
                    "countMatching",
                    "countOutcomes",
                    "countRegister",
                    "decideDocument",
                    "decideErasure",
                    "decidePairs",
                    "decideProposal",
                    "endCompleteRegister",
                    "endDutiesTask",
                    "endMentorship",
                    "generateDraft",
                    "generateJuryProtocol",
                    "generateProtocol",
                    "generateReport",
                    "lookForMentor",
                    "lookUpCollectors",
                    "lookUpClosing",
                    "lookUpMeeting",
                    "lookUpOutcome",
                    "lookUpPairs",
                    "lookUpPassedTerms",
                    "mentorTasks",
                    "nextControlPoint",
                    "nextTime",
                    "offerToRole",
                    "prepareCertificates",
                    "prepareConsentForms",
                    "prepareLetters",
                    "preparePlans",
                    "prepareProgrammeCards",
                    "proposePairs",
                    "recordClassChecklist",
                    "recordDuties",
                    "recordEventPlan",
                    "recordEventReport",
                    "recordFormsChoice",
                    "recordMadeKnown",
                    "recordMeeting",
                    "recordMeetingsWatch",
                    "recordNoPairs",
                    "recordOpenMentorships",
                    "recordOutcome",
                    "recordPart",
                    "recordResult",
                    "recordStep",
                    "recordSupport",
                    "recordTime",
                    "recordUnpublished",
                    "registerDocument",
                    "remindOfSearch",
                    "requireHelpConsents",
                    "roleMembers",
                    "startConsentRenewal",
                    "startMentorship",
                    "startMentorships",
                    "startProgramme",
                    "startSearch",
                    "startSearches",
                    "startWithdrawal",
                    "submitDraft",
                    "suggestNumber",
                    "sumUpParts",
                    "sweepDeadlines",
                    "takeDefaults"),
            Set.of(),
            Set.of(),
            Set.of(
                    "administrator",
                    "class-teacher",
                    "curator",
                    "deputy",
                    "director",
                    "mentor",
                    "psychologist",
                    "secretary",
                    "site-editor",
                    "social-worker",
                    "teacher"),
            Set.of(
                    "/tasks/activity",
                    "/tasks/classes",
                    "/tasks/consent-renewal",
                    "/tasks/consents",
                    "/tasks/duties",
                    "/tasks/matching",
                    "/tasks/meetings",
                    "/tasks/pairs",
                    "/tasks/proposal",
                    "/tasks/register",
                    "/tasks/terms"));

    @Test
    void everyModelAndFormKeepsTheConventions() {
        List<ModelFile> files = Stream.of("processes", "forms")
                .flatMap(ModelConventionsTest::files)
                .toList();

        assertThat(new ModelChecker().check(files, APPLICATION).stream().map(ModelProblem::text))
                .isEmpty();
    }

    private static Stream<ModelFile> files(String folder) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).map(ModelConventionsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Path path) {
        try {
            return new ModelFile(path.toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
