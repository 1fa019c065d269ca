package org.mentoringroadmap.document.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/**
 * Documents of a general kind, and of the kinds that a school bases on one: they say what the model or their author says,
 * under the school's requisites.
 */
@Component
public class GeneralContent implements DocumentContent {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String ADJECTIVE = "\\p{L}+(?:ая|яя|ий|ый|ой|ое|ее|ие|ые)";

    /** Parts of an item that stand in columns of a table. */
    private static final int COLUMNS = 3;

    /** What a text may be told of the pairs, as {@link MentorshipFigures} calls it. */
    private static final List<String> FIGURES = List.of("pairs", "groups", "mentees", "completed", "endedEarly");

    private final Programmes programmes;
    private final Editions editions;
    private final CommonContent common;
    private final StampContent stamps;
    private final Appendices appendices;
    private final MentorshipFigures pairs;
    private final RowFigures rows;
    private final DocumentKinds kinds;
    private final DocumentTexts texts;

    GeneralContent(
            Programmes programmes,
            Editions editions,
            CommonContent common,
            StampContent stamps,
            Appendices appendices,
            MentorshipFigures pairs,
            RowFigures rows,
            DocumentKinds kinds,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.editions = editions;
        this.common = common;
        this.stamps = stamps;
        this.appendices = appendices;
        this.pairs = pairs;
        this.rows = rows;
        this.kinds = kinds;
        this.texts = texts;
    }

    /** None that has data of its own. */
    @Override
    public Set<DocumentType> types() {
        return Set.of();
    }

    @Override
    public String title(DocumentRequest request) {
        return title(request.kind().id(), request.text(), request.subject());
    }

    /**
     * Приказ «О создании рабочей группы», План работы с молодыми педагогами.
     *
     * @param subject name of the activity, which stands for a heading that nobody has written; may be null
     */
    public String title(String kind, DocumentText text, String subject) {
        Head head = head(kind, text, subject);
        if (head.heading() == null) {
            return head.kind();
        }
        boolean continues = Character.isLowerCase(head.heading().charAt(0));
        return texts.text(
                continues ? "document.title.general" : "document.title.general-quoted", head.kind(), head.heading());
    }

    /**
     * What stands at the top.
     *
     * @param kind what the document calls itself
     * @param heading what it is about; null where nobody has said it
     */
    private record Head(String kind, String heading) {}

    /**
     * What the document is about is what is written, else how the activity is called, without the word for the kind. An
     * adjective before that word belongs to it: «Аналитическая справка о запросах педагогов».
     */
    private Head head(String kind, DocumentText text, String subject) {
        String title = kinds.title(kind);
        String heading = text.heading() == null ? subject : text.heading();
        if (heading == null || heading.isBlank()) {
            return new Head(title, null);
        }
        String plain = heading.strip().replaceFirst("[.;]+$", "");
        Matcher named = Pattern.compile(
                        "(" + ADJECTIVE + "\\s+)?" + Pattern.quote(withoutDots(title)) + "\\s+(.+)", WORDS)
                .matcher(withoutDots(plain));
        if (named.matches()) {
            if (named.group(1) != null) {
                title = capital(plain.substring(0, named.end(1)).strip()) + " " + title.toLowerCase(RUSSIAN);
            }
            plain = plain.substring(named.start(2)).strip();
        }
        plain = plain.replaceFirst("^«(.*)»$", "$1");
        boolean isOrder = kinds.general(kind).filter(GeneralKind::isOrder).isPresent();
        return new Head(title, isOrder ? capital(plain) : plain);
    }

    /** «Отчет» is the same word as «отчёт». */
    private static String withoutDots(String text) {
        return text.replace('ё', 'е').replace('Ё', 'Е');
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(RUSSIAN) + text.substring(1);
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        fill(data, request, Set.of());
    }

    /**
     * As {@link #fill(Map, DocumentRequest)}.
     *
     * @param chosen keys of documents that its author has chosen for it to approve
     */
    public void fill(Map<String, Object> data, DocumentRequest request, Set<Long> chosen) {
        Programme programme = programmes.get(request.programmeId());
        String kind = request.kind().id();
        Head head = head(kind, request.text(), request.subject());
        data.put("kind", CommonContent.values("title", head.kind()));
        data.put("heading", head.heading());
        List<Map<String, Object>> items = items(request.text(), named(programme));
        boolean isOrder = kinds.general(kind).filter(GeneralKind::isOrder).isPresent();
        if (isOrder) {
            items.forEach(GeneralContent::endSentence);
        }
        data.put("items", items);
        data.put("control", isOrder && items.stream().noneMatch(this::saysWhoControls));
        List<Map<String, Object>> approved = appendices.titles(programme, request.text(), chosen).stream()
                .map(title -> CommonContent.values("title", title))
                .toList();
        data.put("appendices", approved);
        boolean isApproval = head.heading() != null && head.heading().startsWith(texts.text("document.order.approval"));
        data.put(
                "approves",
                CommonContent.values(
                        "first", !approved.isEmpty() && isApproval, "last", !approved.isEmpty() && !isApproval));
        data.put("people", common.people(programme.schoolId(), OrderContent.CONCERNED));
        data.put("director", common.holder(programme.schoolId(), Role.DIRECTOR));
        data.put("secretary", common.holder(programme.schoolId(), Role.SECRETARY));
        data.put(
                "roadmap",
                CommonContent.values("title", editions.roadmap(programme).title()));
        stamps.fill(data, request);
    }

    /**
     * Models name no year and nobody: «{год}», «{школа}», «{куратор}» stand for them, «{пар}» for how many there are, «{ответили
     * 3.1b}» for what was counted in a row. What the school does not know yet stays a line to write on.
     */
    private UnaryOperator<String> named(Programme programme) {
        Map<String, Supplier<Object>> words = new LinkedHashMap<>();
        words.put("document.roadmap.year", () -> programme.schoolYear().text().replace('-', '–'));
        words.put("document.roadmap.school", () -> ((Map<?, ?>) common.school(programme.schoolId())).get("shortName"));
        words.put("document.text.curator", () -> person(common.holder(programme.schoolId(), Role.CURATOR), true));
        words.put("document.text.deputy", () -> person(common.holder(programme.schoolId(), Role.DEPUTY), false));
        words.put(
                "document.text.psychologist",
                () -> person(common.holder(programme.schoolId(), Role.PSYCHOLOGIST), false));
        for (String figure : FIGURES) {
            words.put("document.text." + figure, () -> figure(programme, figure));
        }
        return line -> {
            String said = line;
            for (Map.Entry<String, Supplier<Object>> word : words.entrySet()) {
                String place = texts.text(word.getKey());
                if (said.contains(place)) {
                    said = said.replace(place, String.valueOf(word.getValue().get()));
                }
            }
            return rows.said(programme, said);
        };
    }

    private String person(Map<String, Object> holder, boolean withPost) {
        if (holder.get("name") == null) {
            return texts.text("document.text.nobody");
        }
        boolean post = withPost && holder.get("post") instanceof String said && !said.isBlank();
        return holder.get("name") + (post ? ", " + holder.get("post") : "");
    }

    /** Nothing is known where pairs are kept on paper alone. */
    private Object figure(Programme programme, String figure) {
        Map<String, Object> figures = pairs.of(programme.id());
        boolean none =
                Long.valueOf(0).equals(figures.get("pairs")) && Long.valueOf(0).equals(figures.get("groups"));
        return none ? texts.text("document.text.unknown") : figures.get(figure);
    }

    private static List<Map<String, Object>> items(DocumentText text, UnaryOperator<String> named) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<List<Map<String, Object>>> lists = new ArrayList<>();
        for (String line : text.items().stream().map(named).toList()) {
            if (line.matches("[-–—•]\\s.*") && !items.isEmpty()) {
                lists.get(lists.size() - 1)
                        .add(CommonContent.values("text", line.substring(1).strip()));
            } else {
                lists.add(new ArrayList<>());
                items.add(item(line.replaceFirst("^\\d{1,3}[.)]\\s+", ""), lists.get(lists.size() - 1)));
            }
        }
        lists.forEach(GeneralContent::punctuate);
        return items;
    }

    /** The lines of a list end with semicolons and the last with a full stop, where their author has put nothing. */
    private static void punctuate(List<Map<String, Object>> list) {
        for (Map<String, Object> line : list) {
            String mark = line == list.get(list.size() - 1) ? "." : ";";
            end(line, mark);
        }
    }

    private static void end(Map<String, Object> line, String mark) {
        line.computeIfPresent("text", (key, text) -> ((String) text).matches(".*[.;:,!?…]") ? text : text + mark);
    }

    /** An item ends with a full stop, above a list with a colon, where its author has put nothing. */
    private static void endSentence(Map<String, Object> item) {
        end(item, ((List<?>) item.get("dashes")).isEmpty() ? "." : ":");
    }

    private boolean saysWhoControls(Map<String, Object> item) {
        return String.valueOf(item.get("text")).startsWith(texts.text("document.order.control"));
    }

    private static Map<String, Object> item(String line, List<Map<String, Object>> dashes) {
        String[] columns = line.split("\\|", COLUMNS);
        return CommonContent.values(
                "text",
                line.replaceAll("\\s*\\|\\s*", ", "),
                "first",
                columns[0].strip(),
                "second",
                columns.length > 1 ? columns[1].strip() : null,
                "third",
                columns.length > 2 ? columns[2].strip() : null,
                "dashes",
                dashes);
    }
}
