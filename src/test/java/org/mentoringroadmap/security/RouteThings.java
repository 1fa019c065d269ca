package org.mentoringroadmap.security;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.OwnKindInput;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.document.template.Templates;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.use.HelpWishes;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.substitution.Substitutions;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

/** Things of a programme that requests are about: each is there, and what a request may remove is made for it. */
final class RouteThings {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final OutcomeInput CHECKED = new OutcomeInput(Outcome.DONE, null, null, null, null);

    /** Years long ago, whose terms have passed. */
    private static final AtomicInteger YEARS = new AtomicInteger(2000);

    private String classOfOne;

    @Autowired
    private Documents documents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private OwnKinds ownKinds;

    @Autowired
    private Templates templates;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Registration registration;

    @Autowired
    private Evidence evidence;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private Partners partners;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Programmes programmes;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private Staff staff;

    @Autowired
    private OwnRoles ownRoles;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Registers registers;

    @Autowired
    private PsychologistJournal journal;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private HelpWishes wishes;

    @Autowired
    private Consents consents;

    @Autowired
    private Reminders reminders;

    @Autowired
    private MatchingRuns matching;

    @Autowired
    private PresentMentorships presentPairs;

    private final Map<String, Long> documentsByKind = new HashMap<>();
    private final Map<String, String> registerTasks = new HashMap<>();
    private final TestSchool school;
    private final Long programme;
    private String unconfirmed;
    private int freeDays;
    private String watch;
    private boolean ownTemplate;
    private PeopleToMatch toMatch;
    private Long waitingMentee;
    private Long waitingMentor;

    /** @param programme of the school, with the roadmap {@code target-model} */
    RouteThings(TestSchool school, Long programme) {
        this.school = school;
        this.programme = programme;
    }

    /** One for all: it numbers the people whom it makes. */
    private PeopleToMatch toMatch() {
        if (toMatch == null) {
            toMatch = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
        }
        return toMatch;
    }

    /** A name that nobody has yet. */
    String newName() {
        return "Номер" + COUNT.incrementAndGet();
    }

    /** A year long ago whose terms nobody has confirmed; another one when somebody has. */
    String unconfirmed() {
        if (unconfirmed == null || tasks.createTaskQuery().taskId(unconfirmed).count() == 0) {
            int first = YEARS.incrementAndGet();
            unconfirmed = school.tasks(school.startUnconfirmed("target-model", first + "-" + (first + 1)))
                    .get(0)
                    .getId();
        }
        tasks.setAssignee(unconfirmed, null);
        return unconfirmed;
    }

    String untaken(String element) {
        String id = taskId(element);
        tasks.setAssignee(id, null);
        return id;
    }

    String addClass() {
        return school.addClass(COUNT.incrementAndGet() + "Ъ").toString();
    }

    String member() {
        return school.as(Role.CURATOR, () -> school.employWithoutAccount("Временный Сотрудник"))
                .toString();
    }

    /** Somebody with an account. */
    Long employed() {
        String login = "stand-in-" + COUNT.incrementAndGet() + "-of-" + school.id();
        return school.as(Role.DIRECTOR, () -> {
            Long member = school.employWithoutAccount("Замещающий Сотрудник");
            staff.openForDemo(school.id(), member, login, TestSchool.PASSWORD);
            return member;
        });
    }

    /** A day of the next months on which nobody stands in for anybody. */
    LocalDate freeDay() {
        return TestClock.today().plusDays(1 + freeDays++);
    }

    /** That somebody stands in for the secretary. */
    String substitution() {
        Long member = employed();
        LocalDate day = freeDay();
        return school.as(Role.DIRECTOR, () -> substitutions.enter(school.id(), member, Role.SECRETARY, day, day, null))
                .id()
                .toString();
    }

    /** A role that an administrator has added. */
    String ownRole() {
        return school.as(
                        "administrator",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> ownRoles.add(
                                "helper-" + COUNT.incrementAndGet(), "помощник " + COUNT.get(), Role.TEACHER))
                .id();
    }

    /** Somebody for whom the curator has proposed the psychologist's role. */
    String proposed() {
        return school.as(
                        Role.CURATOR, () -> staff.add(school.id(), "Временный Психолог", "", Set.of(Role.PSYCHOLOGIST)))
                .id()
                .toString();
    }

    String pair() {
        MentorshipManagement.NewMentorship input = new MentorshipManagement.NewMentorship(
                Mentorship.Kind.PAIR,
                new MentorshipDetails(1, school.staffId(Role.MENTOR), null, null),
                null,
                null,
                false);
        return school.as(Role.CURATOR, () -> management.add(programme, input).id())
                .toString();
    }

    String search() {
        return school.as(Role.CURATOR, () -> searches.add(programme, false).id())
                .toString();
    }

    /** A pupil without a class, whom no class teacher sees. */
    String anotherParticipant() {
        return pupil(null).toString();
    }

    /** A class with one pupil: what is made for a whole class is made once. */
    String classOfOne() {
        if (classOfOne == null) {
            classOfOne = addClass();
            pupil(Long.valueOf(classOfOne));
        }
        return classOfOne;
    }

    private Long pupil(Long classId) {
        return school.as(
                Role.CURATOR,
                () -> registers
                        .enter(
                                programme,
                                ParticipantRole.MENTEE,
                                PersonDetails.named("Примеров", "Номер" + COUNT.incrementAndGet(), null, null),
                                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId))
                        .id());
    }

    /** Somebody who is asked by a questionnaire: a campaign, the invitation in it and the secret of its link. */
    record Asked(String campaign, String invitation, String token) {}

    Asked asked() {
        Long participant = pupil(null);
        return school.as(Role.CURATOR, () -> {
            consents.register(
                    participant, ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            Campaigns.FreshLink link = campaigns
                    .invite(programme, "mentee-pupil", List.of(participant), null)
                    .get(0);
            return new Asked(
                    campaigns.list(programme).get(0).campaign().id().toString(),
                    link.invitationId().toString(),
                    link.token());
        });
    }

    /** Nobody waits for help any more, so that the main page shows nobody. */
    void careForWishes() {
        school.as(Role.PSYCHOLOGIST, () -> {
            wishes.waiting().forEach(wish -> wishes.close(wish.invitationId()));
            return null;
        });
    }

    /** The invitation of somebody who has asked for help. */
    String helpWish() {
        Long participant = pupil(null);
        Long invitation = school.as(Role.CURATOR, () -> {
            consents.register(
                    participant, ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            return campaigns
                    .invite(programme, "interim-feedback", List.of(participant), null)
                    .get(0)
                    .invitationId();
        });
        school.as(
                Role.PSYCHOLOGIST,
                () -> answers.enter(
                        programme,
                        invitation,
                        0,
                        Channel.STAFF,
                        Map.of("mood", List.of("2"), "help", List.of("psychologist"))));
        return invitation.toString();
    }

    /** A kind of document that was added; what asks for it may take it away. */
    String documentKind() {
        String id = "own-" + COUNT.incrementAndGet();
        administer(() -> ownKinds.add(
                id,
                new OwnKindInput(
                        "Инструкция",
                        "plan",
                        DataClass.STAFF,
                        DocumentKind.Way.APPROVED,
                        "PAPERS",
                        null,
                        null,
                        false,
                        true)));
        return id;
    }

    /** A template in whose place the school uses a file of its own. */
    String template() {
        String template = GeneralKind.ORDER.template();
        if (!ownTemplate) {
            ownTemplate = true;
            administer(() -> templates.upload(
                    school.id(),
                    template,
                    "приказ.docx",
                    templates.file(school.id(), template).content()));
        }
        return template;
    }

    private void administer(Runnable work) {
        school.as("starter", List.of(Role.ADMINISTRATOR.id()), () -> {
            work.run();
            return null;
        });
    }

    String card() {
        CardDetails details = new CardDetails(
                "Программа " + COUNT.incrementAndGet(),
                MentoringForm.PUPIL_PUPIL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return school.as(Role.CURATOR, () -> bank.add(null, details).id()).toString();
    }

    String partner() {
        PartnerDetails details = PartnerDetails.named("Предприятие " + COUNT.incrementAndGet(), PartnerKind.EMPLOYER);
        return school.as(
                        Role.CURATOR,
                        () -> partners.add(programme, details, true).id())
                .toString();
    }

    Long personOf(String participant) {
        return school.as(
                Role.CURATOR,
                () -> registers.visible(Long.valueOf(participant)).person().id());
    }

    String merge() {
        Long kept = personOf(anotherParticipant());
        Long taken = personOf(anotherParticipant());
        PersonDetails name = PersonDetails.named("Примеров", "Номер" + COUNT.incrementAndGet(), null, null);
        return school.as(
                        Role.CURATOR,
                        () -> duplicates.merge(programme, kept, taken, name).id())
                .toString();
    }

    String note(String pattern) {
        Long about = Long.valueOf(anotherParticipant());
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        about,
                        ConsentKind.PSYCHOLOGICAL_HELP,
                        TestClock.today(),
                        Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
        Long note = school.as(Role.PSYCHOLOGIST, () -> {
            journal.write(about, new PsychologistJournal.Entry(TestClock.today(), "Беседа", null));
            return journal.about(about).get(0).id();
        });
        return pattern.replace("{participantId}", about.toString()).replace("{noteId}", note.toString());
    }

    /** Today, or the last day of a year that is over. */
    private LocalDate dayOfTheYear() {
        LocalDate last = programmes.get(programme).schoolYear().lastDay();
        return TestClock.today().isAfter(last) ? last : TestClock.today();
    }

    String meeting() {
        Long pair = Long.valueOf(pair());
        school.as(
                Role.CURATOR,
                () -> meetings.record(programme, pair, MeetingKind.TRIAL, MeetingReport.on(dayOfTheYear())));
        return meetings.of(pair).get(0).id().toString();
    }

    /** The curator's task that watches over meetings; one for all requests. */
    String watch() {
        if (watch == null) {
            pair();
            startBlock("meetings-watch", Map.of("meetingKind", "organisational"));
            watch = tasks.createTaskQuery()
                    .processInstanceBusinessKey(programme.toString())
                    .taskDefinitionKey("Task_WatchMeetings")
                    .singleResult()
                    .getId();
        }
        tasks.setAssignee(watch, null);
        return watch;
    }

    /** The curator's task of the registers that nobody has taken; another one when somebody has ended it. */
    String registerTask(String block, String element) {
        String id = registerTasks.get(element);
        if (id == null || tasks.createTaskQuery().taskId(id).count() == 0) {
            Set<String> others = open(element).stream().map(Task::getId).collect(Collectors.toSet());
            startBlock(
                    block,
                    block.equals("consent-collection")
                            ? Map.of("consentKind", "adult")
                            : Map.of("participantRole", "mentee", "participantCategory", "teacher"));
            id = open(element).stream()
                    .map(Task::getId)
                    .filter(task -> !others.contains(task))
                    .findFirst()
                    .orElseThrow();
            registerTasks.put(element, id);
        }
        tasks.setAssignee(id, null);
        return id;
    }

    List<Task> open(String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey(element)
                .list();
    }

    void startBlock(String block, Map<String, Object> more) {
        Map<String, Object> input = input(more);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(block, programme.toString(), input));
        school.runJobs();
    }

    void startBefore(String block, String element, Map<String, Object> more) {
        Map<String, Object> input = input(more);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.createProcessInstanceByKey(block)
                        .businessKey(programme.toString())
                        .setVariables(input)
                        .startBeforeActivity(element)
                        .execute());
        school.runJobs();
    }

    Map<String, Object> input(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        for (String name : List.of("firstYear", "secondYear", "title", "guide")) {
            input.put(name, "2026");
        }
        input.put("schoolId", school.id());
        input.put("programmeId", programme.toString());
        input.put("roadmapItem", "000-6.1.1");
        input.put("start", "2026-09-01T08:00:00");
        input.put("due", "2027-05-31T18:00:00");
        input.put("responsible", "curator");
        return input;
    }

    String pairTask(String step, String element) {
        if (open(element).isEmpty()) {
            startBlock("pair-formation", Map.of("pairStep", step));
        }
        String id = open(element).get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    /** A fresh proposal with {@link #waitingMentee} and {@link #waitingMentor} in it. */
    String run() {
        waitingMentee();
        waitingMentor();
        return school.as(
                        Role.CURATOR,
                        () -> matching.propose(programme, RunRequest.EVERYBODY).id())
                .toString();
    }

    /** The curator's task about a mentor who is proposed to a search; nobody decides in earnest. */
    String proposal() {
        if (open("Task_ReviewProposal").isEmpty()) {
            toMatch().mentors(1, List.of(), 30); // the others may have got all they have room for
            Long mentee = toMatch().mentees(1, List.of()).get(0).id();
            school.as(Role.CURATOR, () -> searches.add(programme, false, mentee));
            school.runJobs();
        }
        String id = open("Task_ReviewProposal").get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    /** A task that collects mentors' consents to their duties; another one when somebody has ended it. */
    String duties() {
        if (open("Task_CollectDuties").isEmpty()) {
            Long teacher = teacherWithoutDuties();
            MentorshipManagement.NewMentorship input = new MentorshipManagement.NewMentorship(
                    Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false);
            school.as(Role.CURATOR, () -> management.add(programme, input, new MemberChoice(teacher, List.of())));
            startBefore("pair-formation", "Task_CollectDuties", Map.of("pairStep", "decide"));
        }
        String id = open("Task_CollectDuties").get(0).getId();
        tasks.setAssignee(id, null);
        return id;
    }

    Long teacherWithoutDuties() {
        return school.as(Role.CURATOR, () -> {
            Long teacher = registers
                    .enter(
                            programme,
                            ParticipantRole.MENTOR,
                            PersonDetails.named("Педагогов", "Номер" + COUNT.incrementAndGet(), null, null),
                            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null))
                    .id();
            consents.register(teacher, ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF));
            return teacher;
        });
    }

    /** A mentee whom no confirmation has paired yet. */
    Long waitingMentee() {
        if (waitingMentee == null || presentPairs.paired(programme).contains(waitingMentee)) {
            waitingMentee = toMatch().mentees(1, List.of()).get(0).id();
        }
        return waitingMentee;
    }

    /** A mentor with more places than there are requests. */
    Long waitingMentor() {
        if (waitingMentor == null) {
            waitingMentor = toMatch().mentors(1, List.of(), 30).get(0).id();
        }
        return waitingMentor;
    }

    /** A consent of a pupil without a class, with its scan. */
    String consent() {
        return consent(anotherParticipant());
    }

    /** The same of a participant. */
    String consent(String participant) {
        Long pupil = Long.valueOf(participant);
        return school.as(Role.CURATOR, () -> {
                    Long id = consents.register(
                                    pupil,
                                    ConsentKind.PROCESSING,
                                    TestClock.today(),
                                    Set.of(Signer.SELF, Signer.REPRESENTATIVE))
                            .id();
                    consents.attach(id, "скан.pdf", "%PDF-1.7 пример".getBytes(StandardCharsets.UTF_8));
                    return id;
                })
                .toString();
    }

    String withdrawn() {
        String id = consent();
        school.as(Role.CURATOR, () -> consents.withdraw(Long.valueOf(id), null));
        return id;
    }

    /** The curator's task about birthdays; each completion needs another one. */
    String renewal() {
        String open = openRenewal();
        if (open == null) {
            PersonDetails person = PersonDetails.named(
                    "Именинников",
                    "Номер" + COUNT.incrementAndGet(),
                    null,
                    TestClock.today().minusYears(14).plusDays(3));
            ParticipantDetails details = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null);
            school.as(
                    Role.CURATOR,
                    () -> consents.register(
                            registers
                                    .enter(programme, ParticipantRole.MENTEE, person, details)
                                    .id(),
                            ConsentKind.PROCESSING,
                            TestClock.today(),
                            Set.of(Signer.REPRESENTATIVE)));
            school.as(null, null, () -> reminders.sweep(programme));
            school.runJobs();
            open = openRenewal();
        }
        tasks.setAssignee(open, null);
        return open;
    }

    String openRenewal() {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey("Task_RenewConsents")
                .list()
                .stream()
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }

    String photo() {
        return photo("000-1.1.1");
    }

    /** A photo that proves the result of this item. */
    String photo(String item) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
        return school.as(
                        Role.CURATOR,
                        () -> evidence.attach(programme, item, "снимок.png", png)
                                .id())
                .toString();
    }

    String incident() {
        String job = jobs.createJobQuery()
                .tenantIdIn(school.id())
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
        jobs.setJobRetries(job, 1);
        jobs.setJobRetries(job, 0);
        return runtime.createIncidentQuery().configuration(job).singleResult().getId();
    }

    String document() {
        return school.as(
                        Role.CURATOR,
                        () -> documents.ofProgramme(programme).get(0).id())
                .toString();
    }

    /** Documents of each class, as a draft and in force; a psychologist answers for their activity. */
    void makeDocuments() {
        Map.of(
                        "public", DocumentType.REGULATION,
                        "staff", DocumentType.ORDER_CURATOR,
                        "children", DocumentType.ORDER_PAIRS)
                .forEach((kind, type) -> {
                    documentsByKind.put(kind + ", draft", draft(type));
                    Long inForce = draft(type);
                    school.as(Role.DIRECTOR, () -> approvals.submit(inForce, CHECKED, true));
                    registration.register(
                            inForce, Optional.of(String.valueOf(900 + inForce)), Optional.of(TestClock.today()), true);
                    documentsByKind.put(kind + ", final", inForce);
                });
    }

    private Long draft(DocumentType type) {
        return drafts.generate(new DocumentRequest(
                type,
                programme,
                null,
                "Документ",
                school.id() + "/" + COUNT.incrementAndGet(),
                null,
                Set.of(Role.PSYCHOLOGIST)));
    }

    /** One of those documents, for example {@code children, draft}. */
    String document(String kind) {
        return documentsByKind.get(kind.replace(", its draft", "")).toString();
    }

    /** An item that the deputy has just closed. */
    String closedItem() {
        school.as(
                Role.DEPUTY,
                () -> outcomes.record(
                        programme,
                        "000-7.9.9",
                        new OutcomeInput(Outcome.NOT_HELD, null, null, "Школе не нужно", null)));
        return "000-7.9.9";
    }

    /** The task of an item that only deputies do. */
    String taskId(String element) {
        String item = Map.of(
                        "Task_RecordOutcome", "000-1.1.1",
                        "Task_CollectClasses", "000-1.2.4",
                        "Task_CheckDraft", "000-1.3.1",
                        "Task_OpenCampaign", "000-1.4.1")
                .get(element);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(programme.toString())
                .taskDefinitionKey(element)
                .processVariableValueEquals("roadmapItem", item)
                .singleResult()
                .getId();
    }
}
