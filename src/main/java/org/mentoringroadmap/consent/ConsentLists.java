package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents class by class: who has signed, who has to sign, and a whole list ticked at once. */
@Service
@Transactional
public class ConsentLists {
    /** How many people a list shows at once; no class is larger. */
    public static final int PAGE = 50;

    private static final int MAX_PRINTED = 1000;

    /** A mark on a list: this participant's paper of this kind is there, signed by all who have to. */
    public record Tick(Long participantId, ConsentKind kind) {
        /**
         * Reads {@code <participant>.<kind>}.
         *
         * @throws UserInputException {@code consent.tick}
         */
        public static Tick parse(String text) {
            try {
                int dot = text.indexOf('.');
                return new Tick(Long.valueOf(text.substring(0, dot)), ConsentKind.valueOf(text.substring(dot + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new UserInputException("consent.tick");
            }
        }
    }

    private final ConsentListRepository lists;
    private final ParticipantRepository participants;
    private final Consents consents;
    private final SchoolClasses classes;
    private final ConsentRules rules;
    private final ConsentsAsked papers;
    private final OfferedData offered;
    private final Schools schools;
    private final ParticipantAccess access;

    ConsentLists(
            ConsentListRepository lists,
            ParticipantRepository participants,
            Consents consents,
            SchoolClasses classes,
            ConsentRules rules,
            ConsentsAsked papers,
            OfferedData offered,
            Schools schools,
            ParticipantAccess access) {
        this.lists = lists;
        this.participants = participants;
        this.consents = consents;
        this.classes = classes;
        this.rules = rules;
        this.papers = papers;
        this.offered = offered;
        this.schools = schools;
        this.access = access;
    }

    /**
     * A programme whose consents the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Programme visible(Long programmeId) {
        return access.toRead(programmeId);
    }

    /** Whether the acting account may register consents of this programme. */
    @Transactional(readOnly = true)
    public boolean mayWrite(Programme programme) {
        return programme.state() == Programme.State.RUNNING && access.mayWriteConsents();
    }

    /** Whether the acting account may register and withdraw consents at all, in whatever programme. */
    public boolean mayWrite() {
        return access.mayWriteConsents();
    }

    /** Whether the acting account sees everybody of a school, and not only classes of its own. */
    public boolean seesWholeSchool() {
        return access.maySeeWholeSchool();
    }

    /** Today, as the application counts days. */
    public LocalDate today() {
        return access.today();
    }

    /** Code of a person's paper, as text. */
    public String code(Long participantId, ConsentKind kind) {
        return new ConsentCode(participantId, kind).text();
    }

    /** Whether this kind of paper is asked for of a participant today. */
    public boolean asks(Participant participant, ConsentKind kind) {
        return papers.of(List.of(participant), access.today())
                .get(participant.id())
                .contains(kind);
    }

    /** On what a teacher mentors pupils, as the school has decided; null where it has not. */
    public String pupilMentorGround(Participant participant) {
        String ground = schools.get(participant.person().schoolId())
                .requisites()
                .papers()
                .pupilMentorGround();
        return ground == null || ground.isBlank() ? null : ground;
    }

    /** Last day of mentoring duties that are given up on a day: the notice of the Labour Code has passed then. */
    public LocalDate dutiesEnd(LocalDate told) {
        return rules.dutiesEnd(told);
    }

    /** The classes that the acting account sees and that have participants, 1А … 11Б, then people without a class. */
    @Transactional(readOnly = true)
    public List<ConsentRow.Group> groups(Long programmeId) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        Map<Long, Map<ConsentKind, Long>> having = new HashMap<>();
        for (Object[] row : lists.countHaving(programmeId, programme.lastDay(access.today()))) {
            having.computeIfAbsent((Long) row[0], key -> new EnumMap<>(ConsentKind.class))
                    .put(ConsentKind.valueOf((String) row[1]), (Long) row[2]);
        }
        Map<Long, Long> people = new HashMap<>();
        lists.count(programmeId).forEach(row -> people.put((Long) row[0], (Long) row[1]));
        List<ConsentRow.Group> groups = new ArrayList<>();
        for (SchoolClass schoolClass : classes.of(programme.schoolId(), programme.schoolYear())) {
            Long id = schoolClass.id();
            if (people.containsKey(id) && own.map(mine -> mine.contains(id)).orElse(true)) {
                groups.add(new ConsentRow.Group(schoolClass, people.get(id), having.getOrDefault(id, Map.of())));
            }
        }
        if (own.isEmpty() && people.containsKey(0L)) {
            groups.add(new ConsentRow.Group(null, people.get(0L), having.getOrDefault(0L, Map.of())));
        }
        return groups;
    }

    /**
     * A page of a list.
     *
     * @param classKey the class; 0 for people without one
     * @param day day of the signatures: it decides who has to sign
     */
    @Transactional(readOnly = true)
    public ConsentRow.Sheet sheet(Long programmeId, long classKey, LocalDate day, int page) {
        Programme programme = toRead(programmeId, classKey);
        Page<Participant> found = lists.find(programmeId, classKey, PageRequest.of(Math.max(page, 0), PAGE));
        return new ConsentRow.Sheet(
                day,
                rows(programme, found.getContent(), day),
                found.getNumber(),
                found.getTotalPages(),
                found.getTotalElements());
    }

    /**
     * A page of those who take part and have no consent to processing for the programme's year, of all classes that the
     * acting account sees.
     *
     * @param day as in {@link #sheet}
     */
    @Transactional(readOnly = true)
    public ConsentRow.Sheet lacking(Long programmeId, LocalDate day, int page) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        Page<Participant> found = lists.lacking(
                programmeId,
                programme.lastDay(access.today()),
                own.isEmpty(),
                ownOrNone(own),
                PageRequest.of(Math.max(page, 0), PAGE));
        return new ConsentRow.Sheet(
                day,
                rows(programme, found.getContent(), day),
                found.getNumber(),
                found.getTotalPages(),
                found.getTotalElements());
    }

    /** How many people {@link #lacking} lists. */
    @Transactional(readOnly = true)
    public long countLacking(Long programmeId) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        return lists.countLacking(programmeId, programme.lastDay(access.today()), own.isEmpty(), ownOrNone(own));
    }

    private static Set<Long> ownOrNone(Optional<Set<Long>> own) {
        Set<Long> classes = new HashSet<>(own.orElse(Set.of()));
        classes.add(-1L); // an empty list is no SQL
        return classes;
    }

    /**
     * One person's line.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public ConsentRow row(Long participantId, LocalDate day) {
        access.requireReader();
        Participant participant = access.visible(
                participants.card(participantId).orElseThrow(() -> new NotFoundException("participant.unknown")));
        return rows(access.toRead(participant.programmeId()), List.of(participant), day)
                .get(0);
    }

    /**
     * Everybody of a list who lacks a consent of the kind for the programme's year and may sign one, for printing.
     *
     * @param classKey the class; 0 for people without one
     * @throws UserInputException {@code consent.too-many}, {@code consent.nobody} when all have signed who
     *     are asked, {@code consent.nobody-asked.…} when nobody there is asked for a consent of the kind
     * @throws ForbiddenException {@code role.required} for who may not register consents
     */
    @Transactional(readOnly = true)
    public List<ConsentRow> toPrint(Long programmeId, long classKey, ConsentKind kind) {
        access.requireConsentWriter();
        Programme programme = toRead(programmeId, classKey);
        Page<Participant> found = lists.find(programmeId, classKey, PageRequest.of(0, MAX_PRINTED));
        if (found.getTotalElements() > MAX_PRINTED) {
            throw new UserInputException("consent.too-many", String.valueOf(MAX_PRINTED));
        }
        List<ConsentRow> asked = rows(programme, found.getContent(), access.today()).stream()
                .filter(row ->
                        row.of(kind).filter(cell -> !cell.papers().isEmpty()).isPresent())
                .toList();
        List<ConsentRow> rows = asked.stream()
                .filter(row -> row.of(kind).filter(ConsentRow.Cell::missing).isPresent())
                .toList();
        if (rows.isEmpty()) {
            throw new UserInputException(asked.isEmpty() ? "consent.nobody-asked." + kind : "consent.nobody");
        }
        return rows;
    }

    /**
     * One person, for printing.
     *
     * @throws NotFoundException {@code participant.unknown}
     * @throws ForbiddenException {@code role.required} for who may not register consents
     * @throws ConflictException {@code participant.erased}: there is nobody any more who could sign
     */
    @Transactional(readOnly = true)
    public ConsentRow toPrint(Long participantId) {
        access.requireConsentWriter();
        ConsentRow row = row(participantId, access.today());
        if (row.participant().person().anonymisedOn().isPresent()) {
            throw new ConflictException("participant.erased");
        }
        return row;
    }

    /**
     * Registers everything that is ticked, all or nothing: each paper is signed by those who have to sign on the day.
     *
     * @throws UserInputException {@code consent.none} without a tick, and what {@link Consents#register} refuses
     */
    public int register(Long programmeId, List<Tick> ticks, LocalDate day) {
        access.requireConsentWriter();
        access.toRead(programmeId);
        if (ticks.isEmpty()) {
            throw new UserInputException("consent.none");
        }
        for (Tick tick : ticks) {
            Participant participant = participants
                    .card(tick.participantId())
                    .filter(one -> one.programmeId().equals(programmeId))
                    .orElseThrow(() -> new NotFoundException("participant.unknown"));
            consents.register(
                    participant.id(),
                    tick.kind(),
                    day,
                    day == null ? Set.of() : signers(participant, tick.kind(), day));
        }
        return ticks.size();
    }

    /** The lines of some in their order, each on a day of their own; whoever asks. */
    @Unguarded
    List<ConsentRow> rows(Programme programme, List<Participant> people, Function<Participant, LocalDate> day) {
        if (people.isEmpty()) {
            return List.of();
        }
        LocalDate until = programme.lastDay(access.today());
        Set<Long> ids = new HashSet<>();
        people.forEach(participant -> ids.add(participant.person().id()));
        Map<Long, List<Consent>> given = consents.ofPeople(ids);
        Map<Long, Map<ConsentKind, Consent>> states = consents.states(given, until);
        Map<Long, List<Participant>> own = lists.participations(programme.id(), ids).stream()
                .collect(Collectors.groupingBy(
                        participant -> participant.person().id()));
        people.forEach(participant ->
                own.putIfAbsent(participant.person().id(), List.of(participant))); // who has left is shown alone
        Set<DataField> kept = offered.of(people.get(0).person().schoolId());
        Map<LocalDate, Map<Long, Set<ConsentKind>>> asked = new HashMap<>();
        people.stream()
                .collect(Collectors.groupingBy(
                        day, Collectors.mapping(one -> one.person().id(), Collectors.toSet())))
                .forEach((date, persons) -> asked.put(
                        date,
                        papers.of(
                                persons.stream()
                                        .flatMap(id -> own.get(id).stream())
                                        .toList(),
                                date)));
        return people.stream()
                .map(participant -> {
                    Long person = participant.person().id();
                    LocalDate date = day.apply(participant);
                    return new ConsentRow(
                            participant,
                            own.get(person),
                            new Person(participant, own.get(person), given.get(person), kept, date, until)
                                    .cells(asked.get(date), states.get(person)));
                })
                .toList();
    }

    private Programme toRead(Long programmeId, long classKey) {
        Programme programme = access.toRead(programmeId);
        if (classKey != 0) {
            classes.get(programme.schoolId(), classKey);
        }
        if (!access.ownClasses(programme.schoolId())
                .map(own -> own.contains(classKey))
                .orElse(true)) {
            throw new NotFoundException("class.unknown");
        }
        return programme;
    }

    private List<ConsentRow> rows(Programme programme, List<Participant> people, LocalDate day) {
        return rows(programme, people, participant -> day);
    }

    /** One person of a list, on a day. */
    private final class Person {
        private final Participant first;
        private final List<Participant> own;
        private final List<Consent> valid;
        private final Set<DataField> kept;
        private final LocalDate day;
        private final LocalDate until;

        /**
         * @param given all consents, the newest first
         * @param until last day that the programme needs a consent for
         */
        Person(
                Participant first,
                List<Participant> own,
                List<Consent> given,
                Set<DataField> kept,
                LocalDate day,
                LocalDate until) {
            this.first = first;
            this.own = own;
            this.kept = kept;
            this.day = day;
            this.until = until;
            valid = given.stream().filter(consent -> consent.counts(until)).toList();
        }

        Map<ConsentKind, ConsentRow.Cell> cells(Map<Long, Set<ConsentKind>> asked, Map<ConsentKind, Consent> entered) {
            Map<ConsentKind, ConsentRow.Cell> cells = new EnumMap<>(ConsentKind.class);
            for (ConsentKind kind : ConsentKind.values()) {
                List<Participant> signing = own.stream()
                        .filter(one -> asked.get(one.id()).contains(kind))
                        .toList();
                if (!signing.isEmpty() || entered.containsKey(kind)) {
                    cells.put(kind, cell(kind, signing, entered.get(kind)));
                }
            }
            return cells;
        }

        private ConsentRow.Cell cell(ConsentKind kind, List<Participant> signing, Consent entered) {
            return new ConsentRow.Cell(
                    sheets(kind, signing).map(one -> paper(kind, one)).toList(),
                    signers(first, kind, day),
                    entered,
                    entered == null ? null : entered.state(access.today()),
                    until,
                    signing.stream()
                            .anyMatch(one ->
                                    newest(kind, one).filter(this::isOutgrown).isPresent()),
                    signing.stream().anyMatch(one -> isUnnamed(kind, one)),
                    lacking(kind));
        }

        /** Processing has a sheet for each role; another kind has one, of the participation on the list if it may. */
        private Stream<Participant> sheets(ConsentKind kind, List<Participant> signing) {
            if (kind == ConsentKind.PROCESSING) {
                return signing.stream();
            }
            return signing.contains(first) ? Stream.of(first) : signing.stream().limit(1);
        }

        private ConsentRow.Paper paper(ConsentKind kind, Participant one) {
            boolean missing = newest(kind, one).isEmpty()
                    || newest(kind, one).filter(this::isOutgrown).isPresent()
                    || isUnnamed(kind, one);
            return new ConsentRow.Paper(one, new ConsentCode(one.id(), kind), missing);
        }

        /** The one that counts in the programme and in this role. */
        private Optional<Consent> newest(ConsentKind kind, Participant one) {
            return valid.stream()
                    .filter(consent -> consent.kind() == kind && consent.covers(one.role()))
                    .findFirst();
        }

        private boolean isUnnamed(ConsentKind kind, Participant one) {
            return kind == ConsentKind.PROCESSING
                    && newest(kind, one)
                            .filter(consent ->
                                    !DataField.listed(one.role(), one.category() == ParticipantCategory.PUPIL, kept)
                                            .stream()
                                            .allMatch(consent::names))
                            .isPresent();
        }

        /** Empty where nothing is valid: then all is missing, not a role. */
        private Set<ParticipantRole> lacking(ConsentKind kind) {
            boolean any = valid.stream().anyMatch(consent -> consent.kind() == kind);
            return own.stream()
                    .filter(one -> any && newest(kind, one).isEmpty())
                    .map(Participant::role)
                    .collect(Collectors.toSet());
        }

        private boolean isOutgrown(Consent consent) {
            return first.person().birthDate().stream()
                    .flatMap(born -> rules.changes(born)
                            .filter(birthday -> birthday.isAfter(consent.signedOn()) && !birthday.isAfter(day))
                            .filter(birthday -> !rules.suits(consent, first.category(), born, birthday)))
                    .findAny()
                    .isPresent();
        }
    }

    private Set<Signer> signers(Participant participant, ConsentKind kind, LocalDate day) {
        return rules.signers(
                kind, participant.category(), participant.person().birthDate().orElse(null), day);
    }
}
