package org.mentoringroadmap.questionnaire.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.AnswerSheet;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Campaigns.Asked;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.HeadingKey;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.ListReport.Line;
import org.mentoringroadmap.table.ListReport.Outcome;
import org.mentoringroadmap.table.ListWords;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers from the table that a form service gives out: a row for each sheet, a column for each question. People are known by
 * their code, or by name and class; what a row says is taken as if it had been entered by hand, whole or not at all. What was
 * answered to a question that has no column stays.
 */
@Component
class AnswerList {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String CODE = "CODE";
    private static final String NAME = "NAME";
    private static final String CLASS = "CLASS";
    private static final List<String> WHO = List.of(CODE, NAME, CLASS);

    private final Campaigns campaigns;
    private final Answers answers;
    private final SchoolClasses classes;
    private final QuestionnaireAccess access;
    private final MessageSource messages;

    AnswerList(
            Campaigns campaigns,
            Answers answers,
            SchoolClasses classes,
            QuestionnaireAccess access,
            MessageSource messages) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.classes = classes;
        this.access = access;
        this.messages = messages;
    }

    /** What the table of a campaign is understood by: its people and its questions. */
    ListWords words(Long programmeId, Long campaignId) {
        Map<String, String> questions = new LinkedHashMap<>();
        campaigns
                .questionnaires(programmeId, campaignId)
                .forEach(one -> one.questions().forEach(each -> questions.putIfAbsent(each.key(), each.label())));
        return new ListWords(messages, "answer-list", WHO, List.of(Set.of(CODE), Set.of(NAME)), questions);
    }

    /** What a list would do. */
    @Transactional(readOnly = true)
    public ListReport preview(Long programmeId, Long campaignId, Brought brought) {
        return new Run(programmeId, campaignId, brought, false).report();
    }

    /** Stores the rows of a list in which nothing is wrong. */
    @Transactional
    public ListReport store(Long programmeId, Long campaignId, Brought brought) {
        return new Run(programmeId, campaignId, brought, true).report();
    }

    /** One look at a list. */
    private final class Run {
        private final Long programmeId;
        private final boolean store;
        private final ListWords words;
        private final SheetUnderstanding understood;
        private final List<Asked> asked;
        private final Map<String, Questionnaire> questionnaires;
        private final Map<Long, String> classKeys;
        private final Map<Long, String> classNames;
        private final Set<Long> seen = new HashSet<>();

        Run(Long programmeId, Long campaignId, Brought brought, boolean store) {
            Programme programme = access.toEnter(programmeId);
            this.programmeId = programmeId;
            this.store = store;
            words = words(programmeId, campaignId);
            understood = SheetUnderstanding.of(brought.file(), words, brought.choices());
            asked = campaigns.asked(programmeId, campaignId);
            questionnaires = campaigns.questionnaires(programmeId, campaignId).stream()
                    .collect(Collectors.toMap(Questionnaire::key, one -> one, (one, same) -> one));
            classNames = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                    .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
            classKeys = classNames.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> ClassKey.of(one.getValue())));
        }

        ListReport report() {
            List<String> ids = understood.columns().stream()
                    .map(SheetUnderstanding.Column::id)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<String> questions =
                    ids.stream().filter(id -> !WHO.contains(id)).toList();
            List<Line> lines = new ArrayList<>();
            List<Map<String, String>> values = words.suffices(ids) ? ListReport.values(understood) : List.of();
            for (int i = 0; i < values.size(); i++) {
                var taken = understood.rows().get(i);
                lines.add(line(new RowOf(taken.sheet(), taken.row().number()), values.get(i), questions));
            }
            List<String> titles = new ArrayList<>(
                    List.of(words.titles().get(NAME), words.titles().get(CLASS)));
            questions.forEach(id -> titles.add(words.titles().get(id)));
            return new ListReport(understood, titles, List.copyOf(lines), store);
        }

        private Line line(RowOf place, Map<String, String> said, List<String> questions) {
            List<String> shown = new ArrayList<>(List.of(said.getOrDefault(NAME, ""), said.getOrDefault(CLASS, "")));
            questions.forEach(id -> shown.add(said.getOrDefault(id, "")));
            try {
                Asked person = find(said);
                if (!person.mayAnswer()) {
                    throw new UserInputException("answer-list.consent");
                }
                shown.set(0, person.participant().person().fullName());
                shown.set(1, person.participant().classId().map(classNames::get).orElse(""));
                if (!seen.add(person.invitation().id())) {
                    throw new UserInputException("answer-list.twice");
                }
                Questionnaire questionnaire =
                        questionnaires.get(person.invitation().questionnaire());
                Map<String, List<String>> typed = typed(questionnaire, said);
                Set<String> put = Set.copyOf(questions);
                Map<String, List<String>> whole = new LinkedHashMap<>(typed);
                if (person.invitation().isAnswered()) {
                    whole.putAll(answers.others(programmeId, person.invitation().id(), put));
                }
                AnswerSheet sheet = AnswerSheet.of(questionnaire, whole);
                refuse(questionnaire, sheet);
                for (int i = 0; i < questions.size(); i++) {
                    shown.set(2 + i, inWords(questionnaire, sheet, questions.get(i)));
                }
                return new Line(place, decide(person, sheet, typed, put), shown, null, List.of());
            } catch (NotFoundException | ForbiddenException e) {
                throw e;
            } catch (UserInputException refusal) {
                return new Line(place, Outcome.REFUSED, shown, refusal, List.of());
            }
        }

        private Asked find(Map<String, String> said) {
            String code = Campaigns.code(said.getOrDefault(CODE, ""));
            if (!code.isEmpty()) {
                return asked.stream()
                        .filter(one -> one.invitation().code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new UserInputException("answer-list.code"));
            }
            if (!said.containsKey(NAME)) {
                throw new UserInputException(said.containsKey(CODE) ? "answer-list.code" : "answer-list.nobody");
            }
            PersonName name = PersonName.of(said.get(NAME));
            String classKey = said.containsKey(CLASS) ? ClassKey.of(said.get(CLASS)) : null;
            List<Asked> found = asked.stream()
                    .filter(one -> one.participant().person().details().name().mayBe(name))
                    .filter(one -> classKey == null
                            || one.participant()
                                    .classId()
                                    .map(classKeys::get)
                                    .filter(classKey::equals)
                                    .isPresent())
                    .toList();
            if (found.size() != 1) {
                throw new UserInputException(found.isEmpty() ? "answer-list.unknown" : "answer-list.several");
            }
            return found.get(0);
        }

        private static Map<String, List<String>> typed(Questionnaire questionnaire, Map<String, String> said) {
            Map<String, List<String>> typed = new LinkedHashMap<>();
            for (Item.Question question : questionnaire.questions()) {
                String text = said.get(question.key());
                if (text != null) {
                    typed.put(question.key(), values(question, text));
                }
            }
            return typed;
        }

        private static List<String> values(Item.Question question, String text) {
            if (question instanceof Item.Choice choice) {
                return choice.several() ? several(choice, text) : List.of(value(choice.options(), question, text));
            }
            return question instanceof Item.Scale scale
                    ? List.of(value(scale.points(), question, text))
                    : List.of(text);
        }

        private static String value(List<Item.Option> options, Item.Question question, String text) {
            return offered(options, text)
                    .orElseThrow(() -> new UserInputException("answer-list.option", text, question.label()));
        }

        private static Optional<String> offered(List<Item.Option> options, String text) {
            String key = HeadingKey.plain(text);
            return options.stream()
                    .filter(option -> HeadingKey.plain(option.label()).equals(key)
                            || option.value().equals(text.strip()))
                    .findFirst()
                    .map(Item.Option::value);
        }

        /** A service joins what was ticked by a comma or a semicolon, which may stand within an answer too. */
        private static List<String> several(Item.Choice choice, String text) {
            List<String> values = new ArrayList<>();
            List<String> parts = Arrays.asList(text.split("(?<=[,;\n])"));
            int from = 0;
            while (from < parts.size()) {
                int to = parts.size();
                Optional<String> found = Optional.empty();
                while (to > from && found.isEmpty()) {
                    String part = String.join("", parts.subList(from, to)).replaceFirst("[,;\\s]+$", "");
                    found = offered(choice.options(), part);
                    to -= found.isEmpty() ? 1 : 0;
                }
                values.add(found.orElseThrow(() -> new UserInputException("answer-list.option", text, choice.label())));
                from = to;
            }
            return values;
        }

        private void refuse(Questionnaire questionnaire, AnswerSheet sheet) {
            sheet.problems().entrySet().stream().findFirst().ifPresent(problem -> {
                String question = questionnaire.questions().stream()
                        .filter(one -> one.key().equals(problem.getKey()))
                        .findFirst()
                        .map(Item.Question::label)
                        .orElseThrow();
                throw new UserInputException(
                        "answer-list.problem",
                        question,
                        messages.getMessage(
                                problem.getValue().code(),
                                problem.getValue().arguments().toArray(),
                                RUSSIAN));
            });
        }

        private static String inWords(Questionnaire questionnaire, AnswerSheet sheet, String key) {
            return questionnaire.questions().stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .map(one -> String.join("; ", one.inWords(sheet.answers().getOrDefault(key, List.of()))))
                    .orElse("");
        }

        private Outcome decide(Asked person, AnswerSheet sheet, Map<String, List<String>> typed, Set<String> put) {
            boolean known = person.invitation().isAnswered();
            if (known && answers.isSame(programmeId, person.invitation().id(), sheet.answers())) {
                return Outcome.UNCHANGED;
            }
            if (store) {
                answers.enterSome(
                        programmeId,
                        person.invitation().id(),
                        person.invitation().version(),
                        Channel.IMPORT,
                        typed,
                        put);
            }
            return known ? Outcome.UPDATED : Outcome.CREATED;
        }
    }
}
