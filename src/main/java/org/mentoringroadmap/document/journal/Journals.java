package org.mentoringroadmap.document.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.Journal;
import org.mentoringroadmap.document.JournalAdded;
import org.mentoringroadmap.document.JournalEntryRepository;
import org.mentoringroadmap.document.JournalNumber;
import org.mentoringroadmap.document.SuggestedNumber;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolCreated;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journals of a school. A number is only suggested: in the journal of orders stand many documents that are not known
 * here. What one waiting document was offered is kept for it, and when it is cancelled, for the next one. So journals
 * that are kept here alone have no gaps as long as people take what is suggested.
 */
@Service
@Transactional
public class Journals implements PageAccess {
    private static final Role[] KEEPERS = {Role.SECRETARY, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR};

    private final JournalEntryRepository entries;
    private final DocumentRepository documents;
    private final DocumentKinds kinds;
    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final CurrentUser user;
    private final AuditTrail trail;

    Journals(
            JournalEntryRepository entries,
            DocumentRepository documents,
            DocumentKinds kinds,
            JdbcClient jdbc,
            RowLocks rows,
            CurrentUser user,
            AuditTrail trail) {
        this.entries = entries;
        this.documents = documents;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.rows = rows;
        this.user = user;
        this.trail = trail;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/documents/journals", () -> Arrays.stream(KEEPERS).anyMatch(user::has));
    }

    /** @throws ForbiddenException {@code role.required} for who does not keep the journals */
    public void requireKeeper() {
        user.require(KEEPERS);
    }

    /** The journals of a school: those that come with the product, then the added ones. */
    @Transactional(readOnly = true)
    public List<String> registers(String schoolId) {
        List<String> kept = jdbc.sql("select register from document_series where school_id = ? order by register")
                .param(schoolId)
                .query(String.class)
                .list();
        return Stream.concat(
                        Arrays.stream(Journal.values()).map(Journal::name),
                        kept.stream().filter(register -> register.startsWith(Journal.OWN)))
                .toList();
    }

    /** How the school writes numbers of the journal; {@code {n}} stands for the running number. */
    @Transactional(readOnly = true)
    public String format(String schoolId, String register) {
        return jdbc.sql("select format from document_series where school_id = ? and register = ?")
                .params(schoolId, register)
                .query(String.class)
                .single();
    }

    /**
     * Sets how the school writes numbers; documents that have a number keep it.
     *
     * @throws NotFoundException {@code school.unknown}, {@code document.journal.unknown}
     * @throws UserInputException {@code document.format} when it has not exactly one {@code {n}}
     */
    public void changeFormat(String schoolId, String register, String format) {
        requireKeeper();
        if (!user.sees(schoolId)) {
            throw new NotFoundException("school.unknown");
        }
        String plain = format == null ? "" : format.strip();
        if (!JournalNumber.isFormat(plain)) {
            throw new UserInputException("document.format");
        }
        int changed = jdbc.sql("update document_series set format = ? where school_id = ? and register = ?")
                .params(plain, schoolId, register)
                .update();
        if (changed == 0) {
            throw new NotFoundException("document.journal.unknown");
        }
        trail.record(AuditEvent.of(AuditAct.NUMBERS_CHANGED, schoolId).fact("journal", register));
    }

    /**
     * The next free number of the journal in a calendar year: one that was offered to a document which is cancelled now,
     * else the one after the highest known; never one that a waiting document was offered.
     */
    @Transactional(readOnly = true)
    public String suggest(String schoolId, String register, int year) {
        return free(known(new JournalYear(schoolId, register, year)), null, Set.of(), null)
                .text();
    }

    /**
     * A number for each of these documents: the one that it was offered while that is free, else the next; no number
     * twice. Each journal is read once.
     */
    Map<Document, JournalNumber> suggest(List<Document> waiting, int year) {
        Map<JournalYear, Known> journals = new HashMap<>();
        Map<JournalYear, Set<String>> given = new HashMap<>();
        Map<Document, JournalNumber> numbers = new LinkedHashMap<>();
        for (Document document : waiting) {
            JournalYear journal = JournalYear.of(document, year);
            Known known = journals.computeIfAbsent(journal, this::whole);
            Set<String> taken = given.computeIfAbsent(journal, none -> new HashSet<>());
            JournalNumber number = free(known, document.id(), taken, null);
            taken.add(number.key());
            numbers.put(document, number);
        }
        return numbers;
    }

    /** A number for a document: the one that it was offered while that is free, else the next. */
    JournalNumber suggest(Document document, int year) {
        return free(known(JournalYear.of(document, year)), document.id(), Set.of(), null);
    }

    /** A free number where another one cannot be had: the next after it, or after the highest known. */
    JournalNumber suggestInsteadOf(JournalNumber taken, Document document, int year) {
        return free(known(JournalYear.of(document, year)), document.id(), Set.of(taken.key()), taken);
    }

    /** Keeps a number for a document until it is registered. Two documents of one moment are offered two numbers. */
    JournalNumber offer(Document document, int year) {
        JournalYear journal = JournalYear.of(document, year);
        lock(journal);
        JournalNumber number = free(known(journal), document.id(), Set.of(), null);
        forget(freed(journal).filter(earlier -> number(journal, earlier).key().equals(number.key())));
        document.suggest(number.text(), year);
        return number;
    }

    /**
     * Whether a number lies beyond all that is known or offered here, so that the ones before it stand on documents that
     * are not known here.
     */
    boolean leaps(Document document, JournalNumber number, int year) {
        JournalYear journal = JournalYear.of(document, year);
        long highest = Stream.concat(
                        highest(journal).stream(), suggested(journal).stream().map(earlier -> number(journal, earlier)))
                .flatMap(known -> Stream.ofNullable(known.value()))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return number.value() != null && number.value() > highest + 1;
    }

    /** Offers the numbers of cancelled documents no more. */
    void forgetFreed(Document document, int year) {
        forget(freed(JournalYear.of(document, year)));
    }

    private void forget(Stream<SuggestedNumber> numbers) {
        List<Long> ids = numbers.map(SuggestedNumber::documentId).toList();
        if (!ids.isEmpty()) {
            documents.forgetSuggestions(ids);
        }
    }

    /**
     * What is known of a journal.
     *
     * @param taken whether a document that is registered here has the number with this key
     */
    private record Known(
            String format, List<SuggestedNumber> suggested, Optional<JournalNumber> highest, Predicate<String> taken) {}

    private Known known(JournalYear journal) {
        return known(
                journal,
                key -> entries.existsBySchoolIdAndRegisterAndRegisterYearAndNumberKey(
                        journal.schoolId(), journal.register(), journal.year(), key));
    }

    /** For many numbers: all that are taken are read at once. */
    private Known whole(JournalYear journal) {
        Set<String> keys = entries.keys(journal.schoolId(), journal.register(), journal.year());
        return known(journal, keys::contains);
    }

    private Known known(JournalYear journal, Predicate<String> taken) {
        return new Known(format(journal.schoolId(), journal.register()), suggested(journal), highest(journal), taken);
    }

    private static JournalNumber free(Known known, Long documentId, Set<String> takenKeys, JournalNumber after) {
        Set<String> taken = new HashSet<>(takenKeys);
        List<JournalNumber> own = new ArrayList<>();
        List<JournalNumber> freed = new ArrayList<>();
        for (SuggestedNumber suggested : known.suggested()) {
            JournalNumber number = JournalNumber.read(suggested.number(), known.format());
            if (suggested.documentId().equals(documentId)) {
                own.add(number);
            } else if (suggested.isFreed()) {
                freed.add(number);
            } else {
                taken.add(number.key());
            }
        }
        freed.sort(Comparator.comparing(JournalNumber::value, Comparator.nullsLast(Comparator.naturalOrder())));
        return Stream.concat(own.stream(), freed.stream())
                .filter(number ->
                        !taken.contains(number.key()) && !known.taken().test(number.key()))
                .findFirst()
                .orElseGet(() -> next(known, taken, after));
    }

    private static JournalNumber next(Known known, Set<String> taken, JournalNumber after) {
        String format = known.format();
        JournalNumber highest = known.highest().orElse(null);
        if (after != null
                && after.value() != null
                && (highest == null || highest.value() == null || after.value() > highest.value())) {
            highest = after;
        }
        JournalNumber number = highest == null ? JournalNumber.first(format) : highest.next(format);
        while (!taken.add(number.key()) || known.taken().test(number.key())) {
            number = number.next(format);
        }
        return number;
    }

    private Optional<JournalNumber> highest(JournalYear journal) {
        return entries.findFirstBySchoolIdAndRegisterAndRegisterYearAndNumberValueNotNullOrderByNumberValueDesc(
                        journal.schoolId(), journal.register(), journal.year())
                .map(last -> read(journal.schoolId(), journal.register(), last.number()));
    }

    private List<SuggestedNumber> suggested(JournalYear journal) {
        return documents.suggested(journal.schoolId(), journal.register(), journal.year());
    }

    private Stream<SuggestedNumber> freed(JournalYear journal) {
        return suggested(journal).stream().filter(SuggestedNumber::isFreed);
    }

    private JournalNumber number(JournalYear journal, SuggestedNumber suggested) {
        return read(journal.schoolId(), journal.register(), suggested.number());
    }

    JournalNumber read(String schoolId, String register, String text) {
        return JournalNumber.read(text, format(schoolId, register));
    }

    boolean isTaken(Document document, int year, JournalNumber number) {
        return isTaken(JournalYear.of(document, year), number);
    }

    private boolean isTaken(JournalYear journal, JournalNumber number) {
        return entries.existsBySchoolIdAndRegisterAndRegisterYearAndNumberKey(
                journal.schoolId(), journal.register(), journal.year(), number.key());
    }

    /** Lets one transaction at a time offer numbers of a journal; a row lock, since several nodes share the database. */
    private void lock(JournalYear journal) {
        rows.select("select format from document_series where school_id = ? and register = ?")
                .params(journal.schoolId(), journal.register())
                .query(String.class)
                .single();
    }

    /** A school keeps all journals from its first day. */
    @EventListener
    void opened(SchoolCreated school) {
        for (Journal journal : Journal.values()) {
            jdbc.sql("insert into document_series (school_id, register, format) values (?, ?, ?)")
                    .params(school.schoolId(), journal.name(), journal.defaultFormat())
                    .update();
        }
        kinds.own().stream()
                .flatMap(kind -> Stream.ofNullable(kind.kind().register()))
                .filter(register -> register.startsWith(Journal.OWN))
                .forEach(register -> open(school.schoolId(), register));
    }

    /** A kind of document that was added gets a journal of its own in every school. */
    @EventListener
    void opened(JournalAdded journal) {
        jdbc.sql("select id from school")
                .query(String.class)
                .list()
                .forEach(school -> open(school, journal.register()));
    }

    private void open(String schoolId, String register) {
        jdbc.sql("insert into document_series (school_id, register, format) select id, ?, ? from school where id = ?"
                        + " and not exists (select 1 from document_series where school_id = ? and register = ?)")
                .params(register, Journal.OWN_FORMAT, schoolId, schoolId, register)
                .update();
    }

    /** The numbers of one calendar year in one journal of a school. */
    private record JournalYear(String schoolId, String register, int year) {
        static JournalYear of(Document document, int year) {
            return new JournalYear(document.schoolId(), document.kind().register(), year);
        }
    }
}
