package org.mentoringroadmap.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
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
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;
import org.mentoringroadmap.table.Workbook;
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
    private final CardTexts texts;

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
            AuditTrail trail,
            CardTexts texts) {
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
        this.texts = texts;
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

    /** Tells texts that are headings of a list of participants. */
    public Predicate<String> headings() {
        return words::isHeading;
    }

    /** All that a column may be taken for, in groups by their titles: the id with which it is chosen, and its title. */
    public Map<String, Map<String, String>> columns(ParticipantRole role) {
        List<ImportColumn> choosable = ImportColumn.choosable(role, access.maySeeNeeds());
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (ImportColumn.Group group : ImportColumn.Group.values()) {
            Map<String, String> columns = new LinkedHashMap<>();
            words.all().stream()
                    .filter(heading -> choosable.contains(heading.column()))
                    .filter(heading -> heading.value() == null
                            ? heading.column().group() == group
                            : group == ImportColumn.Group.YES_OR_NO)
                    .forEach(heading -> columns.put(heading.id(), words.title(heading)));
            if (!columns.isEmpty()) {
                groups.put(words.text("import-group." + group), columns);
            }
        }
        return groups;
    }

    /**
     * What a file would do. Changes nothing, and needs the database only to read who is known: a long table keeps no
     * connection from others.
     *
     * @param addClasses whether classes that the school lacks would be added
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}; {@code import.class-forbidden}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public ImportReport preview(Long programmeId, ParticipantRole role, Workbook file, boolean addClasses) {
        return preview(programmeId, role, file, ImportChoices.adding(addClasses), Listener.NOBODY);
    }

    /** The same with all that a person may choose, telling how far it is. */
    public ImportReport preview(
            Long programmeId, ParticipantRole role, Workbook file, ImportChoices choices, Listener progress) {
        Programme programme = toWrite(programmeId, choices.addClasses());
        ImportSheet sheet = understood(file, role, choices);
        ImportPlan plan = plan(
                programme, role, sheet, classes.of(programme.schoolId(), programme.schoolYear()), choices, progress);
        return report(sheet, plan, file, false);
    }

    /**
     * Stores a file in which nothing is wrong and nothing is asked about; another one is answered like {@link #preview}. Of two at the same moment
     * in a school the second waits for the first.
     *
     * @throws ConflictException also {@code import.changed-meanwhile}; nothing is stored then
     */
    @Transactional
    public ImportReport store(Long programmeId, ParticipantRole role, Workbook file, boolean addClasses) {
        return store(programmeId, role, file, ImportChoices.adding(addClasses), Listener.NOBODY);
    }

    /**
     * The same with all that a person may choose, telling how far it is. Where it is chosen, rows in which something is wrong
     * are left out and the others are stored. While something is asked about ({@link ImportReport#questions}) nothing is
     * stored, unless a person has said that it is right.
     */
    @Transactional
    public ImportReport store(
            Long programmeId, ParticipantRole role, Workbook file, ImportChoices choices, Listener progress) {
        Programme programme = toWrite(programmeId, choices.addClasses());
        lock.acquire(programmeId);
        schoolLock.acquire(programme.schoolId());
        ImportSheet sheet = understood(file, role, choices);
        Map<String, ImportClasses.Known> known = classes.of(programme.schoolId(), programme.schoolYear());
        ImportPlan plan = plan(programme, role, sheet, known, choices, progress);
        ImportReport report = report(sheet, plan, file, false);
        boolean wrong = !(choices.withoutRefused() ? report.headErrors() : report.errors()).isEmpty();
        if (wrong || !choices.accepted() && !report.questions().isEmpty()) {
            return report;
        }
        if (!plan.classesOfCards().isEmpty()) {
            known = classes.add(programme.schoolId(), programme.schoolYear(), plan.classesOfCards());
            plan = plan(programme, role, sheet, known, choices, progress);
        }
        write(programme, role, plan, progress);
        events.publishEvent(new RegisterChanged(programmeId));
        trail.record(AuditEvent.of(AuditAct.PEOPLE_IMPORTED, programmeId)
                .count(plan.cards().size())
                .fact("role", role));
        return report(sheet, plan, file, true);
    }

    private ImportSheet understood(Workbook file, ParticipantRole role, ImportChoices choices) {
        return ImportSheet.of(
                SheetUnderstanding.of(file, new ImportHeadings(words, role), choices.sheet()), role, words);
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
            ImportChoices choices,
            Listener progress) {
        List<KnownPerson> people = store.people(programme.schoolId());
        ImportMatcher matcher = new ImportMatcher(people, store.participants(programme.id(), role), role);
        Set<Long> linked = people.stream()
                .filter(person -> person.mergedInto() == null)
                .map(person -> person.details().staffMemberId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ImportColleagues colleagues = new ImportColleagues(staff.of(programme.schoolId()), linked);
        List<ImportedRow> rows = sheet.errors().isEmpty() ? read(programme, role, sheet, known, choices) : List.of();
        Map<Integer, ImportColumn> columns = shown(sheet);
        List<ImportColumn> shown = withBeside(columns.values(), rows);
        Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
        columns.forEach((index, column) -> places.put(column, index));
        ImportPlan plan = new ImportPlan(
                words,
                role,
                access.today(),
                matcher,
                colleagues,
                gate.consented(programme, role),
                new ImportPlan.Withdrawn(gate.withdrawn(programme.schoolId(), role), gate.mayNotEnter(programme)),
                shown,
                texts);
        for (int row = 0; row < rows.size(); row++) {
            if (row % TOLD_EVERY == 0) {
                progress.at(Phase.CHECKING, row, rows.size());
            }
            TakenRow taken = sheet.rows().get(row);
            List<String> said = shown.stream()
                    .map(column -> places.containsKey(column) ? taken.row().text(places.get(column)) : "")
                    .toList();
            plan.add(rows.get(row), taken, said);
        }
        return plan;
    }

    /** The columns with those that cells of others have brought, each behind what it belongs to. */
    private static List<ImportColumn> withBeside(Collection<ImportColumn> columns, List<ImportedRow> rows) {
        List<ImportColumn> shown = new ArrayList<>(columns);
        rows.stream()
                .flatMap(row -> row.foundBeside.stream())
                .filter(column -> column != ImportColumn.SCHOOL_CLASS)
                .distinct()
                .sorted()
                .filter(column -> !shown.contains(column))
                .forEach(column -> {
                    int at = shown.size();
                    while (at > 0 && shown.get(at - 1).group() != column.group()) {
                        at--;
                    }
                    shown.add(at == 0 ? shown.size() : at, column);
                });
        return List.copyOf(shown);
    }

    private List<ImportedRow> read(
            Programme programme,
            ParticipantRole role,
            ImportSheet sheet,
            Map<String, ImportClasses.Known> known,
            ImportChoices choices) {
        ImportRowReader reader = new ImportRowReader(
                words,
                role,
                access.maySeeNeeds(),
                offered.needs(programme.schoolId()),
                access.today(),
                known,
                choices.addClasses(),
                choices.withoutValues());
        return sheet.rows().stream()
                .map(taken -> reader.read(taken.row(), sheet))
                .toList();
    }

    /** Columns of which the lines show the values, each once; name and class have places of their own. */
    private static Map<Integer, ImportColumn> shown(ImportSheet sheet) {
        Map<Integer, ImportColumn> shown = new LinkedHashMap<>();
        sheet.headings().forEach((index, heading) -> {
            ImportColumn column = heading.column();
            if (!ImportHeadings.isName(column) && column != ImportColumn.SCHOOL_CLASS && !shown.containsValue(column)) {
                shown.put(index, column);
            }
        });
        return shown;
    }

    private ImportReport report(ImportSheet sheet, ImportPlan plan, Workbook file, boolean stored) {
        Map<RowOf, String> reasons = new LinkedHashMap<>();
        for (ImportLine line : plan.lines()) {
            if (line.outcome() == Outcome.REFUSED || !line.leftOut().isEmpty()) {
                reasons.put(line.place(), reason(line));
            }
        }
        return new ImportReport(
                plan.lines(),
                sheet.errors(),
                sheet.warnings(),
                sheet.leftOut(),
                plan.missingClasses(),
                stored,
                sheet.understood(),
                plan.shown().stream().map(words::title).toList(),
                reasons.isEmpty() ? null : sheet.understood().part(file, words.text("import.left.reason"), reasons),
                sheet.understood().clean().text());
    }

    /** Why a row is not stored, or not wholly; with its number, as it does not stand there any more. */
    private String reason(ImportLine line) {
        String code = line.outcome() == Outcome.REFUSED ? "import.left.row" : "import.left.values";
        String issues = Stream.concat(line.errors().stream(), line.leftOut().stream())
                .map(ImportIssue::text)
                .collect(Collectors.joining(" "));
        return words.text(code, String.valueOf(line.row()), issues);
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
        held.keep(programme.id(), role, apart);
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

    /** Name under which the refused rows are downloaded, without the ending. */
    public String leftOutName() {
        return words.text("import.left.file");
    }

    /** Name under which the template is downloaded. */
    public String templateName(ParticipantRole role) {
        return words.text("import.file." + role.name().toLowerCase(Locale.ROOT));
    }
}
