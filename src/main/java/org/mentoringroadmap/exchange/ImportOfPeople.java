package org.mentoringroadmap.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.exchange.ImportProgress.Listener;
import org.mentoringroadmap.exchange.ImportProgress.Phase;
import org.mentoringroadmap.exchange.ImportStore.KnownParticipant;
import org.mentoringroadmap.exchange.ImportStore.KnownPerson;
import org.mentoringroadmap.exchange.ImportStore.ParticipantChange;
import org.mentoringroadmap.exchange.ImportStore.PersonChange;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolLock;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.table.Table;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the registers from tables. A file is stored as a whole or not at all; what is known already is not entered
 * twice, an empty cell erases nothing, and the same file a second time changes nothing. Of people who have not consented yet
 * the cards get what preparing the consent needs; the rest is kept apart ({@link HeldDetails}). Curator and deputy do it; special
 * categories and difficulties only who may read them.
 */
@Service
public class ImportOfPeople {
    private static final int TOLD_EVERY = 500;

    private final TableAccess access;
    private final CurrentUser user;
    private final ImportWords words;
    private final ImportClasses classes;
    private final ImportStore store;
    private final ProgrammeLock lock;
    private final ApplicationEventPublisher events;
    private final SchoolLock schoolLock;
    private final Staff staff;
    private final ConsentGate gate;
    private final HeldDetails held;
    private final OfferedData offered;
    private final AuditTrail trail;

    ImportOfPeople(
            TableAccess access,
            CurrentUser user,
            ImportWords words,
            ImportClasses classes,
            ImportStore store,
            ProgrammeLock lock,
            ApplicationEventPublisher events,
            SchoolLock schoolLock,
            Staff staff,
            ConsentGate gate,
            HeldDetails held,
            OfferedData offered,
            AuditTrail trail) {
        this.access = access;
        this.user = user;
        this.words = words;
        this.classes = classes;
        this.store = store;
        this.lock = lock;
        this.events = events;
        this.schoolLock = schoolLock;
        this.staff = staff;
        this.gate = gate;
        this.held = held;
        this.offered = offered;
        this.trail = trail;
    }

    /**
     * The programme, for the page that takes the file.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public Programme programme(Long programmeId) {
        return access.toWrite(programmeId);
    }

    /** Days for which what people have not consented to yet is kept apart. */
    public int keepDays() {
        return held.keepDays();
    }

    /** Whether the acting account may have missing classes added. */
    public boolean mayAddClasses() {
        return user.has(Role.CURATOR);
    }

    /**
     * What a table would do. Changes nothing, and needs the database only to read who is known: a long table keeps no
     * connection from others.
     *
     * @param addClasses whether classes that the school lacks would be added
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}; {@code import.class-forbidden}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public ImportReport preview(Long programmeId, ParticipantRole role, Table table, boolean addClasses) {
        return preview(programmeId, role, table, addClasses, Listener.NOBODY);
    }

    /** The same, telling how far it is. */
    public ImportReport preview(
            Long programmeId, ParticipantRole role, Table table, boolean addClasses, Listener progress) {
        Programme programme = toWrite(programmeId, addClasses);
        ImportSheet sheet = ImportSheet.of(table, role, words);
        ImportPlan plan = plan(programme, role, sheet, classes.of(programme.schoolId()), addClasses, progress);
        return report(sheet, plan, table, false);
    }

    /**
     * Stores a table in which nothing is wrong and nothing is asked about; another one is answered like {@link #preview}. Of two at the same moment
     * in a school the second waits for the first.
     *
     * @throws ConflictException also {@code import.changed-meanwhile}; nothing is stored then
     */
    @Transactional
    public ImportReport store(Long programmeId, ParticipantRole role, Table table, boolean addClasses) {
        return store(programmeId, role, table, addClasses, false, Listener.NOBODY);
    }

    /**
     * The same, telling how far it is.
     *
     * @param accepted whether somebody has said that all values are right which are asked about; else a table with
     *     {@link ImportReport#questions questions} is not stored
     */
    @Transactional
    public ImportReport store(
            Long programmeId,
            ParticipantRole role,
            Table table,
            boolean addClasses,
            boolean accepted,
            Listener progress) {
        Programme programme = toWrite(programmeId, addClasses);
        lock.acquire(programmeId);
        schoolLock.acquire(programme.schoolId());
        ImportSheet sheet = ImportSheet.of(table, role, words);
        Map<String, ImportClasses.Known> known = classes.of(programme.schoolId());
        ImportPlan plan = plan(programme, role, sheet, known, addClasses, progress);
        ImportReport report = report(sheet, plan, table, false);
        if (!report.errors().isEmpty() || !accepted && !report.questions().isEmpty()) {
            return report;
        }
        if (!plan.missingClasses().isEmpty()) {
            known = classes.add(programme.schoolId(), plan.missingClasses());
            plan = plan(programme, role, sheet, known, addClasses, progress);
        }
        write(programme, role, plan, progress);
        events.publishEvent(new RegisterChanged(programmeId));
        trail.record(AuditEvent.of(AuditAct.PEOPLE_IMPORTED, programmeId)
                .count(plan.cards().size())
                .fact("role", role));
        return report(sheet, plan, table, true);
    }

    private Programme toWrite(Long programmeId, boolean addClasses) {
        Programme programme = access.toWrite(programmeId);
        if (addClasses && !mayAddClasses()) {
            throw new ForbiddenException("import.class-forbidden");
        }
        return programme;
    }

    private ImportPlan plan(
            Programme programme,
            ParticipantRole role,
            ImportSheet sheet,
            Map<String, ImportClasses.Known> known,
            boolean addClasses,
            Listener progress) {
        List<KnownPerson> people = store.people(programme.schoolId());
        ImportMatcher matcher = new ImportMatcher(people, store.participants(programme.id(), role), role);
        Set<Long> linked = people.stream()
                .filter(person -> person.mergedInto() == null)
                .map(person -> person.details().staffMemberId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ImportColleagues colleagues = new ImportColleagues(staff.of(programme.schoolId()), linked);
        ImportPlan plan =
                new ImportPlan(words, role, access.today(), matcher, colleagues, gate.consented(programme, role));
        if (sheet.errors().isEmpty()) {
            ImportRowReader reader = new ImportRowReader(
                    words,
                    role,
                    access.maySeeNeeds(),
                    offered.needs(programme.schoolId()),
                    access.today(),
                    known,
                    addClasses);
            int rows = sheet.rows().size();
            for (int row = 0; row < rows; row++) {
                if (row % TOLD_EVERY == 0) {
                    progress.at(Phase.CHECKING, row, rows);
                }
                plan.add(reader.read(sheet.rows().get(row), sheet));
            }
        }
        return plan;
    }

    private static ImportReport report(ImportSheet sheet, ImportPlan plan, Table table, boolean stored) {
        return new ImportReport(
                plan.lines(), sheet.errors(), sheet.warnings(), plan.missingClasses(), stored, table.text());
    }

    private void write(Programme programme, ParticipantRole role, ImportPlan plan, Listener progress) {
        int cards = plan.cards().size();
        progress.at(Phase.WRITING, 0, cards);
        List<PersonChange> people = new ArrayList<>();
        List<ParticipantChange> participants = new ArrayList<>();
        Map<Long, ParticipantDetails> apart = new LinkedHashMap<>();
        Deque<Long> personIds = store.personIds((int)
                plan.cards().stream().filter(card -> card.person() == null).count());
        Deque<Long> participantIds = store.participantIds((int)
                plan.cards().stream().filter(card -> card.participant() == null).count());
        for (ImportPlan.Card card : plan.cards()) {
            Long personId =
                    card.person() == null ? personIds.pop() : card.person().id();
            if (card.personDetails() != null) {
                people.add(
                        card.person() == null
                                ? new PersonChange(personId, 0, null, card.personDetails())
                                : new PersonChange(
                                        personId,
                                        card.person().version(),
                                        card.person().details(),
                                        card.personDetails()));
            }
            if (card.details() != null) {
                KnownParticipant known = card.participant();
                Long participantId = known == null ? participantIds.pop() : known.id();
                if (card.held() != null) {
                    apart.put(participantId, card.held());
                }
                participants.add(
                        known == null
                                ? new ParticipantChange(participantId, 0, personId, null, card.details())
                                : new ParticipantChange(
                                        known.id(), known.version(), personId, known.details(), card.details()));
            }
        }
        for (List<PersonChange> part : parts(people)) {
            store.writePeople(programme.schoolId(), part, access.login(), access.now());
        }
        int written = cards - participants.size();
        for (List<ParticipantChange> part : parts(participants)) {
            progress.at(Phase.WRITING, written, cards);
            store.writeParticipants(programme.id(), role, part, access.today(), access.login(), access.now());
            written += part.size();
        }
        held.keep(apart);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOLD_EVERY) {
            parts.add(all.subList(from, Math.min(from + TOLD_EVERY, all.size())));
        }
        return parts;
    }

    /**
     * An empty table with the headings and one invented row, which imports without error: CSV, UTF-8 with BOM, semicolon.
     * Who may not bring special categories has no columns for them.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public byte[] template(Long programmeId, ParticipantRole role) {
        Programme programme = access.toRead(programmeId);
        List<ImportColumn> columns = ImportColumn.template(role, access.maySeeNeeds());
        Map<ImportColumn, String> sample = words.sample(role);
        sample.put(ImportColumn.CATEGORY, words.title(ParticipantCategory.PUPIL));
        sample.put(ImportColumn.FORMS, words.title(MentoringForm.PUPIL_PUPIL));
        sample.put(ImportColumn.ROLE_MODELS, words.title(RoleModel.ACHIEVING_STRUGGLING));
        sample.put(ImportColumn.NEEDS, words.title(Need.LOW_RESULTS));
        classes.firstOf(programme.schoolId()).ifPresent(name -> sample.put(ImportColumn.SCHOOL_CLASS, name));
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(columns.stream().map(words::title).toList());
            csv.writeRecord(columns.stream()
                    .map(column -> sample.getOrDefault(column, ""))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Headings that the acting account's files may have, in the order of the template. */
    public List<String> headings(ParticipantRole role) {
        return ImportColumn.template(role, access.maySeeNeeds()).stream()
                .map(words::title)
                .toList();
    }

    /** Name under which the template is downloaded. */
    public String templateName(ParticipantRole role) {
        return words.text("import.file." + role.name().toLowerCase(Locale.ROOT));
    }
}
