package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportStore.KnownParticipant;
import org.mentoringroadmap.exchange.ImportStore.KnownPerson;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Doubt;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;

/** What a file would do, row by row, and the cards that come of it. Writes nothing. */
final class ImportPlan {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /**
     * A card to be written.
     *
     * @param person null for somebody new
     * @param participant null for somebody new in this register
     * @param personDetails null where the person stays as it is
     * @param details null where the participation stays as it is
     * @param held what is kept apart until the person consents; null where nothing new is
     */
    record Card(
            KnownPerson person,
            KnownParticipant participant,
            PersonDetails personDetails,
            ParticipantDetails details,
            ParticipantDetails held) {}

    /**
     * Who has withdrawn the consent: nothing waits for them.
     *
     * @param here keys of people of whom nothing more than preparing a new paper needs is taken
     * @param elsewhere keys of people who are entered in no other register of the year either
     */
    record Withdrawn(Set<Long> here, Set<Long> elsewhere) {}

    private final ImportWords words;
    private final ParticipantRole role;
    private final LocalDate today;
    private final ImportMatcher matcher;
    private final ImportColleagues colleagues;
    private final ConsentGate.Consented consented;
    private final Withdrawn withdrawn;
    private final List<Card> cards = new ArrayList<>();
    private final List<ImportLine> lines = new ArrayList<>();
    private final TreeSet<String> missingClasses = new TreeSet<>();
    private final TreeSet<String> classesOfCards = new TreeSet<>();
    private final List<ImportColumn> shown;
    private final CardTexts texts;

    /** @param shown columns of which the lines show what will be stored */
    ImportPlan(
            ImportWords words,
            ParticipantRole role,
            LocalDate today,
            ImportMatcher matcher,
            ImportColleagues colleagues,
            ConsentGate.Consented consented,
            Withdrawn withdrawn,
            List<ImportColumn> shown,
            CardTexts texts) {
        this.words = words;
        this.role = role;
        this.today = today;
        this.matcher = matcher;
        this.colleagues = colleagues;
        this.consented = consented;
        this.withdrawn = withdrawn;
        this.shown = shown;
        this.texts = texts;
    }

    /** «01.09.2014». */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    List<Card> cards() {
        return cards;
    }

    /** Columns of which the lines show the values. */
    List<ImportColumn> shown() {
        return shown;
    }

    List<ImportLine> lines() {
        return lines;
    }

    /** Names of classes that the file has and the school has not. */
    List<String> missingClasses() {
        return List.copyOf(missingClasses);
    }

    /** Those of them that the cards need. */
    List<String> classesOfCards() {
        return List.copyOf(classesOfCards);
    }

    /**
     * Adds a row; what is wrong with it is said in its line.
     *
     * @param said what the file says in the columns that are shown
     */
    void add(ImportedRow row, TakenRow taken, List<String> said) {
        if (row.className != null && row.classId == null) {
            missingClasses.add(row.className);
        }
        Outcome outcome = Outcome.REFUSED;
        List<String> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>(row.notes);
        List<String> waits = new ArrayList<>();
        List<String> values = new ArrayList<>(said);
        if (row.errors.isEmpty()) {
            try {
                outcome = decide(row, changes, notes, waits, values);
                if (row.className != null && row.classId == null) {
                    classesOfCards.add(row.className);
                }
            } catch (RowRefused e) {
                row.errors.add(new ImportIssue(row.number, "", words.text(e)));
            } catch (UserInputException e) {
                row.errors.add(new ImportIssue(row.number, "", words.text(e)));
            }
        }
        lines.add(new ImportLine(
                row.number,
                taken.sheetName(),
                new RowOf(taken.sheet(), row.number),
                outcome,
                row.texts.getOrDefault(ImportColumn.LAST_NAME, ""),
                row.name(),
                row.className == null ? "" : row.className,
                changes,
                notes,
                waits,
                values,
                inSheet(taken, row.leftOut),
                inSheet(taken, row.errors),
                inSheet(taken, row.warnings)));
    }

    /** Where rows of several sheets are read, the number of a row does not say which one it is. */
    private List<ImportIssue> inSheet(TakenRow taken, List<ImportIssue> issues) {
        return taken.sheetName().isEmpty()
                ? List.copyOf(issues)
                : issues.stream()
                        .map(issue -> new ImportIssue(
                                issue.row(),
                                issue.column(),
                                words.text("import.in-sheet", taken.sheetName(), issue.message()),
                                issue.question(),
                                issue.dispensable()))
                        .toList();
    }

    private Outcome decide(
            ImportedRow row, List<String> changes, List<String> notes, List<String> waits, List<String> values) {
        Optional<KnownPerson> person = matcher.find(row);
        Optional<KnownParticipant> participant = person.flatMap(matcher::participation);
        PersonDetails presentPerson = person.map(KnownPerson::details).orElse(null);
        ParticipantDetails present = participant.map(KnownParticipant::known).orElseGet(() -> blank(row, notes));
        ParticipantDetails details =
                taken(row, person, participant, row.participant(present).checked(role));
        PersonDetails personDetails = linked(row, row.person(presentPerson).checked(today), details.category(), notes);
        values.clear();
        shown.forEach(column -> values.add(texts.of(column, personDetails, details, row.className)));
        boolean samePerson = personDetails.equals(presentPerson);
        if (person.isPresent() && (row.className == null || row.classId != null)) {
            row.warnings.removeIf(ImportIssue::question); // the card says that the name was read rightly
        }
        ask(row, Doubt.of(personDetails, presentPerson, details.category(), today));
        ask(row, Doubt.of(details, participant.map(KnownParticipant::known).orElse(null)));
        boolean same = participant.isPresent() && same(present, details);
        if (row.className != null && row.classId == null) {
            notes.add(words.text("import.class-new", row.className));
        }
        if (samePerson && same) {
            return Outcome.UNCHANGED;
        }
        requireOfCategory(present, details);
        boolean free =
                person.map(KnownPerson::id).filter(consented.people()::contains).isPresent();
        if (free) {
            requireNamed(person.get().id(), present, details);
        }
        ParticipantDetails written =
                participant.map(KnownParticipant::details).orElseGet(() -> details.asAConsentNeeds(role));
        ParticipantDetails allowed = details.withoutConsent(written);
        boolean apart = !free && !details.saysTheSame(allowed);
        if (apart) {
            waits.addAll(waiting(allowed, details));
        }
        cards.add(new Card(
                person.orElse(null),
                participant.orElse(null),
                samePerson ? null : personDetails,
                same ? null : free ? details : allowed,
                same || !apart ? null : details));
        if (person.isEmpty()) {
            matcher.resembling(row)
                    .ifPresent(seen -> row.warnings.add(new ImportIssue(row.number, "", words.text(seen))));
        } else if (participant.isEmpty()) {
            notes.add(words.text("import.other-participation"));
        }
        if (participant.isEmpty()) {
            return Outcome.CREATED;
        }
        changes.addAll(changes(presentPerson, personDetails, present, details));
        return Outcome.UPDATED;
    }

    /** What the list says; of whoever has withdrawn only what preparing a new paper needs, and what stands in the card. */
    private ParticipantDetails taken(
            ImportedRow row,
            Optional<KnownPerson> person,
            Optional<KnownParticipant> participant,
            ParticipantDetails said) {
        Long id = person.map(KnownPerson::id).orElse(null);
        if (participant.isEmpty() && withdrawn.elsewhere().contains(id)) {
            throw new RowRefused("participant.withdrawn");
        }
        if (!withdrawn.here().contains(id)) {
            return said;
        }
        ParticipantDetails taken = said.withoutConsent(
                participant.map(KnownParticipant::details).orElseGet(() -> said.asAConsentNeeds(role)));
        List<String> left = waiting(taken, said);
        if (!left.isEmpty()) {
            row.warnings.add(new ImportIssue(row.number, "", words.text("import.withdrawn", String.join(", ", left))));
        }
        return taken;
    }

    private void ask(ImportedRow row, List<Doubt> doubts) {
        doubts.forEach(doubt -> row.warnings.add(new ImportIssue(
                row.number,
                words.title(ImportColumn.of(doubt.field())),
                words.text(doubt.code(), doubt.value()),
                true)));
    }

    /** What no paper of somebody of the category names is not entered either, nor does it wait for one. */
    private void requireOfCategory(ParticipantDetails present, ParticipantDetails details) {
        for (Need need : details.needs()) {
            if (!present.needs().contains(need) && !need.of(details.category())) {
                throw new RowRefused("import.of-pupils", words.title(need));
            }
        }
    }

    /** What the signed paper does not name is not entered, as on the form of a card. */
    private void requireNamed(Long personId, ParticipantDetails present, ParticipantDetails details) {
        for (Need need : details.needs()) {
            if (!present.needs().contains(need) && !consented.to(need.field(), personId)) {
                throw new RowRefused("import.not-named", words.title(need));
            }
        }
    }

    /** A teacher of the file and one of the staff who have the same name are one; the preview says so. */
    private PersonDetails linked(
            ImportedRow row, PersonDetails person, ParticipantCategory category, List<String> notes) {
        List<StaffMember> same = colleagues.of(person, category);
        if (same.size() > 1) {
            row.warnings.add(new ImportIssue(row.number, "", words.text("import.staff-several", person.fullName())));
        }
        if (same.size() != 1) {
            return person;
        }
        colleagues.link(same.get(0));
        notes.add(words.text("import.staff", same.get(0).post()));
        return person.ofStaff(same.get(0).id());
    }

    /** Nothing is known: of a mentee with or without a class a pupil is meant, of a mentor who has none a teacher. */
    private ParticipantDetails blank(ImportedRow row, List<String> notes) {
        ParticipantCategory assumed = ParticipantCategory.PUPIL;
        if (role == ParticipantRole.MENTOR && row.className == null) {
            assumed = row.texts.containsKey(ImportColumn.ORGANISATION)
                    ? ParticipantCategory.EMPLOYEE
                    : ParticipantCategory.TEACHER;
        }
        if (row.category == null) {
            notes.add(words.text("import.category-assumed", words.title(assumed)));
        }
        return ParticipantDetails.of(role, assumed, null);
    }

    private static boolean same(ParticipantDetails one, ParticipantDetails other) {
        return withoutTopics(one).equals(withoutTopics(other)) && sameTopics(one.topics(), other.topics());
    }

    private static boolean sameTopics(Collection<Topic> one, Collection<Topic> other) {
        return new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static ParticipantDetails withoutTopics(ParticipantDetails details) {
        return details.copy().topics(List.of()).done();
    }

    /** Headings of what the card does not get before the consent. */
    private List<String> waiting(ParticipantDetails written, ParticipantDetails details) {
        Changes waits = new Changes();
        waits.compareBeyondConsent(written, details);
        return waits.titles;
    }

    /** Headings of what is not what it was. */
    private List<String> changes(
            PersonDetails before, PersonDetails after, ParticipantDetails present, ParticipantDetails details) {
        Changes changes = new Changes();
        changes.compare(ImportColumn.BIRTH_DATE, before, after, PersonDetails::birthDate);
        changes.compare(ImportColumn.PHONE, before, after, PersonDetails::phone);
        changes.compare(ImportColumn.EMAIL, before, after, PersonDetails::email);
        changes.compare(ImportColumn.ORGANISATION, before, after, PersonDetails::organisation);
        changes.compare(ImportColumn.POST, before, after, PersonDetails::post);
        changes.compare(ImportColumn.REPRESENTATIVE_NAME, before, after, PersonDetails::representativeName);
        changes.compare(ImportColumn.REPRESENTATIVE_RELATION, before, after, PersonDetails::representativeRelation);
        changes.compare(ImportColumn.REPRESENTATIVE_PHONE, before, after, PersonDetails::representativePhone);
        changes.compare(ImportColumn.CATEGORY, present, details, ParticipantDetails::category);
        changes.compare(ImportColumn.SCHOOL_CLASS, present, details, ParticipantDetails::classId);
        changes.compareBeyondConsent(present, details);
        return changes.titles;
    }

    private static Object topics(ParticipantDetails details, TopicKind kind) {
        return new HashSet<>(
                details.topics().stream().filter(topic -> topic.kind() == kind).toList());
    }

    private final class Changes {
        private final List<String> titles = new ArrayList<>();

        void compareBeyondConsent(ParticipantDetails before, ParticipantDetails after) {
            compare(ImportColumn.CAPACITY, before, after, ParticipantDetails::capacity);
            compare(ImportColumn.AGE_FROM, before, after, ParticipantDetails::ageFrom);
            compare(ImportColumn.AGE_TO, before, after, ParticipantDetails::ageTo);
            compare(ImportColumn.ACHIEVEMENTS, before, after, ParticipantDetails::achievements);
            compare(ImportColumn.DIFFICULTIES, before, after, ParticipantDetails::difficulties);
            compare(ImportColumn.FORMS, before, after, ParticipantDetails::forms);
            compare(ImportColumn.ROLE_MODELS, before, after, ParticipantDetails::roleModels);
            compare(ImportColumn.HOURS, before, after, ParticipantDetails::hours);
            compare(ImportColumn.NEEDS, before, after, ParticipantDetails::needs);
            compare(ImportColumn.REQUESTS, before, after, of -> topics(of, TopicKind.REQUEST));
            compare(ImportColumn.COMPETENCES, before, after, of -> topics(of, TopicKind.COMPETENCE));
            compare(ImportColumn.INTERESTS, before, after, of -> topics(of, TopicKind.INTEREST));
        }

        <T> void compare(ImportColumn column, T before, T after, Function<T, Object> value) {
            if (!Objects.equals(value.apply(before), value.apply(after))) {
                titles.add(words.title(column));
            }
        }
    }
}
