package org.mentoringroadmap.partner.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.shared.SearchKey;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.HeadingKey;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.ListReport.Line;
import org.mentoringroadmap.table.ListReport.Outcome;
import org.mentoringroadmap.table.ListReport.Question;
import org.mentoringroadmap.table.ListWords;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations from a list. One that the school has already is not entered twice, and what is known of it stays: it is
 * only joined to the programme.
 */
@Component
class PartnerList {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** A word that is so short says something only as a whole. */
    private static final int WHOLE = 4;

    private static final String NAME = "NAME";
    private static final String KIND = "KIND";
    private static final List<String> COLUMNS =
            List.of(NAME, KIND, "CONTACT_NAME", "CONTACT_POST", "PHONE", "EMAIL", "ADDRESS", "CONTRIBUTION");

    /** Kinds of which names speak, the surest first: a company that calls itself an academy is one. */
    private static final List<PartnerKind> SUREST = List.of(
            PartnerKind.EMPLOYER,
            PartnerKind.COLLEGE,
            PartnerKind.UNIVERSITY,
            PartnerKind.EDUCATION,
            PartnerKind.NON_PROFIT,
            PartnerKind.AUTHORITY);

    private final Partners partners;
    private final MessageSource messages;
    private final ListWords words;
    private final Map<String, PartnerKind> kinds = new HashMap<>();

    /** By which beginnings of words a name tells the kind, the surest first. */
    private final Map<PartnerKind, List<String>> guesses = new LinkedHashMap<>();

    /** Forms of ownership, the longest first. */
    private final List<String> forms;

    PartnerList(Partners partners, MessageSource messages) {
        this.partners = partners;
        this.messages = messages;
        words = new ListWords(messages, "partner-list", COLUMNS, List.of(Set.of(NAME)));
        for (PartnerKind kind : PartnerKind.values()) {
            kinds.put(HeadingKey.plain(title(kind)), kind);
            Arrays.stream(messages.getMessage("partner-list.kind." + kind, null, RUSSIAN)
                            .split("\\|"))
                    .forEach(word -> kinds.put(HeadingKey.plain(word), kind));
        }
        for (PartnerKind kind : SUREST) {
            guesses.put(kind, keys("partner-list.guess." + kind));
        }
        forms = keys("partner-list.forms").stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private List<String> keys(String code) {
        return Arrays.stream(messages.getMessage(code, null, RUSSIAN).split("\\|"))
                .map(HeadingKey::plain)
                .toList();
    }

    ListWords words() {
        return words;
    }

    /** What a list would do. */
    @Transactional(readOnly = true)
    public ListReport preview(Long programmeId, Brought brought) {
        return run(programmeId, brought, false);
    }

    /** Stores the rows of a list in which nothing is wrong. */
    @Transactional
    public ListReport store(Long programmeId, Brought brought) {
        return run(programmeId, brought, true);
    }

    private ListReport run(Long programmeId, Brought brought, boolean store) {
        SheetUnderstanding understood = SheetUnderstanding.of(brought.file(), words, brought.choices());
        List<String> ids = understood.columns().stream()
                .map(SheetUnderstanding.Column::id)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Partner> known = new LinkedHashMap<>();
        partners.all(programmeId, new Partners.Filter("", null, true))
                .forEach(partner -> known.put(SearchKey.of(partner.details().name()), partner));
        Map<Long, Boolean> joined = partners.joined(programmeId);
        Map<String, String> names = new HashMap<>(); // by what is left without the form of ownership
        known.values().forEach(partner -> names.putIfAbsent(bare(partner.name()), partner.name()));
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        List<Map<String, String>> values = words.suffices(ids) ? ListReport.values(understood) : List.of();
        for (int i = 0; i < values.size(); i++) {
            Map<String, String> said = values.get(i);
            TakenRow taken = understood.rows().get(i);
            Outcome outcome = Outcome.REFUSED;
            UserInputException refusal = null;
            List<Question> questions = new ArrayList<>();
            List<String> shown = COLUMNS.stream()
                    .map(column -> said.getOrDefault(column, ""))
                    .toList();
            try {
                PartnerDetails details = details(said).checked();
                shown = shown(details);
                if (!seen.add(SearchKey.of(details.name()))) {
                    throw new UserInputException("partner.twice");
                }
                String twin = names.putIfAbsent(bare(details.name()), details.name());
                if (twin != null && !SearchKey.of(twin).equals(SearchKey.of(details.name()))) {
                    questions.add(Question.of("partner-list.twin", details.name(), twin));
                }
                outcome = decide(programmeId, details, known.get(SearchKey.of(details.name())), joined, store);
            } catch (UserInputException e) {
                refusal = e;
            }
            lines.add(new Line(new RowOf(taken.sheet(), taken.row().number()), outcome, shown, refusal, questions));
        }
        return new ListReport(
                understood, COLUMNS.stream().map(words.titles()::get).toList(), List.copyOf(lines), store);
    }

    private Outcome decide(
            Long programmeId, PartnerDetails details, Partner known, Map<Long, Boolean> joined, boolean store) {
        if (known == null) {
            if (store) {
                partners.add(programmeId, details, false);
            }
            return Outcome.CREATED;
        }
        if (joined.containsKey(known.id())) {
            return Outcome.UNCHANGED;
        }
        if (store) {
            partners.join(programmeId, known.id(), true, false);
        }
        return Outcome.UPDATED;
    }

    private PartnerDetails details(Map<String, String> said) {
        PartnerKind kind = said.containsKey(KIND)
                ? kinds.get(HeadingKey.plain(said.get(KIND)))
                : guessed(said.getOrDefault(NAME, ""));
        return new PartnerDetails(
                said.get(NAME),
                kind,
                said.get("CONTACT_NAME"),
                said.get("CONTACT_POST"),
                said.get("PHONE"),
                said.get("EMAIL"),
                said.get("ADDRESS"),
                said.get("CONTRIBUTION"));
    }

    /** What an organisation is by its name; the page shows it before it is stored. */
    private PartnerKind guessed(String name) {
        String key = " " + HeadingKey.plain(name) + " ";
        return guesses.entrySet().stream()
                .filter(guess -> guess.getValue().stream()
                        .anyMatch(word -> key.contains(" " + word + (word.length() <= WHOLE ? " " : ""))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(PartnerKind.OTHER);
    }

    /** «Общество с ограниченной ответственностью «Север»» and «ООО "Север"» are «север». */
    private String bare(String name) {
        String key = " " + HeadingKey.plain(name) + " ";
        for (String form : forms) {
            key = key.replace(" " + form + " ", " ");
        }
        return key.isBlank() ? name : key.replaceAll("\\s+", " ").strip();
    }

    private List<String> shown(PartnerDetails details) {
        return Stream.of(
                        details.name(),
                        title(details.kind()),
                        details.contactName(),
                        details.contactPost(),
                        details.phone(),
                        details.email(),
                        details.address(),
                        details.contribution())
                .map(text -> Objects.requireNonNullElse(text, ""))
                .toList();
    }

    private String title(PartnerKind kind) {
        return messages.getMessage("partner-kind." + kind, null, RUSSIAN);
    }
}
