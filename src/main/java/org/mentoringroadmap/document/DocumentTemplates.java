package org.mentoringroadmap.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The document templates that come with the product, and the data each one needs.
 *
 * <p>A name is the name of a file in {@code documents} without its extension. All values are nominative and printed as
 * they are: the wording of the templates asks for no other case, so a name or post is never declined but in {@code
 * signatory}. A key must be there; its value may be {@code null} or blank, which leaves a blank to be filled by hand.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>Key</th><th>Value</th></tr>
 * <tr><td>{@code school}</td><td>{@code founder} (line above the name, usually empty), {@code fullName} (may hold line
 * breaks), {@code name} (the same in one line), {@code shortName}, {@code address}, {@code city} («г. Энск»), {@code phone}, {@code email}, {@code site}, {@code details}
 * (codes as one line, may be empty), {@code pages} (on which the school publishes, may be empty), {@code directorPost}
 * («Директор»), {@code directorPostWithin} (the same within a sentence), {@code directorName} («И.О. Фамилия»), {@code directorFullName}, {@code directorGround} («Устава», may be
 * empty), {@code signatory} (after «в лице»: «директора Примерова Петра Петровича, действующего на основании
 * Устава»)</td></tr>
 * <tr><td>{@code document}</td><td>{@code number}, {@code date} («14 августа 2025 г.»), {@code title} (what the
 * acknowledgement sheet names: «приказ «О …»»)</td></tr>
 * <tr><td>{@code schoolYear}</td><td>«2025–2026»</td></tr>
 * <tr><td>{@code basis}</td><td>the ground of an order, a setting of the school: begins with «В соответствии с …» or «На
 * основании …» and has no full stop or comma at its end</td></tr>
 * <tr><td>{@code code}</td><td>{@code DocumentRenderer.Picture} for the lower right corner of the first page, or
 * {@code null}</td></tr>
 * <tr><td>{@code deputy}, {@code curator}, {@code siteEditor}</td><td>{@code name} («Фамилия И.О.»),
 * {@code signature} («И.О. Фамилия»), {@code post} (in lower case)</td></tr>
 * <tr><td>{@code author}</td><td>who answers for the row of the roadmap, the curator where nobody else does: as {@code curator},
 * and {@code title} («Куратор программы наставничества», «Заместитель директора по УВР»), which stands beside the signature</td></tr>
 * <tr><td>{@code terms}</td><td>{@code documents}, {@code information}, {@code forms}, {@code site}, {@code report}, {@code event}: «до
 * 31 августа 2025 г.»</td></tr>
 * <tr><td>{@code appendices}</td><td>list of {@code title}: documents which the order approves; empty – the order has
 * them prepared instead</td></tr>
 * <tr><td>{@code acceptance}</td><td>{@code number}, {@code date} of the council's protocol for «ПРИНЯТО»</td></tr>
 * <tr><td>{@code forms}</td><td>list of {@code title}: forms of mentoring chosen for the year, may be empty</td></tr>
 * <tr><td>{@code people}</td><td>list of {@code name}, {@code post}: who is made acquainted; empty – empty rows</td></tr>
 * <tr><td>{@code paper}</td><td>head of the roadmap: {@code title}, {@code lines} (list of {@code text}), booleans {@code
 * usual} (print the usual lines instead), {@code accepted}, {@code approved} (print the mark), {@code acceptanceWord}, {@code
 * acceptance}, {@code approvalWord}, {@code approval} (may be empty: the head's name is printed), {@code heading}
 * (may be empty)</td></tr>
 * <tr><td>{@code columns}</td><td>may be left out; list of {@code key}, {@code title}, {@code width}: the table that repeats
 * a row gets these columns instead of its own</td></tr>
 * <tr><td>{@code sections}</td><td>may be left out; list of {@code heading}, {@code columns} and {@code rows} as here: tables
 * like it that follow it</td></tr>
 * <tr><td>{@code rows}</td><td>list of {@code number} and {@code stage} (of the stage), {@code block}, {@code content},
 * {@code term}, {@code responsible}, {@code item} (number of the row), {@code result}, and what the columns name; in the
 * roadmap's order, one element per row, equal neighbours are merged; a row with {@code section} is that heading over all
 * columns</td></tr>
 * <tr><td>{@code event}</td><td>{@code kind} («заседания педагогического совета», «административного совещания»),
 * {@code title} (heading to the text, may be empty), {@code date}, {@code place}, {@code chair}, {@code secretary},
 * {@code chairSignature}, {@code secretarySignature} (in the order of a signature),
 * {@code presentCount}, {@code invited} (may be empty), {@code questions} (list of {@code title}, {@code speaker},
 * {@code heard}, {@code decision}), {@code decisions} (list of {@code text}: if there are any, they are printed as one
 * list instead of a decision for every question), {@code voting} (boolean: print the line for votes)</td></tr>
 * <tr><td>{@code card}</td><td>{@code title}, {@code form}, {@code roleModel}, {@code goal}, {@code tasks},
 * {@code mentors}, {@code mentees}, {@code period}, {@code place}, {@code results}, {@code responsible} (texts, line
 * breaks allowed), {@code activities} (list of {@code title}, {@code term}, {@code responsible})</td></tr>
 * <tr><td>{@code pairs}</td><td>list of {@code code}, {@code mentor}, {@code count}, {@code mentees} (a line to write on
 * for every mentee), {@code form}</td></tr>
 * <tr><td>{@code teachers}</td><td>boolean: teachers may take part, not pupils alone</td></tr>
 * <tr><td>{@code approves}</td><td>booleans {@code first}, {@code last}: there are appendices, and the order says so before
 * everything else, as «Об утверждении …» does, or behind it</td></tr>
 * <tr><td>{@code control}</td><td>boolean: no item of the order says who watches over it</td></tr>
 * <tr><td>{@code workers}</td><td>boolean: teachers may become mentors of teachers</td></tr>
 * <tr><td>{@code amended}</td><td>{@code number}, {@code date}, {@code title} («Об утверждении …») of the order that is
 * amended</td></tr>
 * <tr><td>{@code changes}</td><td>list of {@code text}: what has changed since, a line for each pair; may be empty</td></tr>
 * <tr><td>{@code mentors}</td><td>boolean: the amended order names teachers and their mentors, who work by programmes of
 * their own, not by plans</td></tr>
 * <tr><td>{@code joined}</td><td>boolean: pairs are named that the amended order does not name</td></tr>
 * <tr><td>{@code jury}</td><td>{@code number}, {@code date} of the jury's protocol</td></tr>
 * <tr><td>{@code sheets}</td><td>list of {@code code}, {@code mentor}, {@code mentees}, {@code form}, and {@code school},
 * {@code schoolYear}, {@code curator} as above: a sheet each</td></tr>
 * <tr><td>{@code consents}</td><td>list of papers, each on pages of its own: booleans {@code processingAdult},
 * {@code processingRepresentative}, {@code publication}, {@code help}, {@code duties}, {@code agreement}, {@code
 * workerMentee} (which paper), {@code capacity} and {@code hours} of a worker as mentor, {@code mentor}, {@code mentee} (who takes part), {@code plain} (no special category); {@code
 * data} (the list of data), {@code special} (special categories, may be empty); booleans {@code adult}, {@code representative}, {@code pupil} (who signs); {@code until} (last
 * day); {@code qr} ({@code DocumentRenderer.Picture}) and {@code codeText}; {@code person}: {@code name}, {@code line}
 * (with birthday and class), {@code post}, {@code signature}; {@code signer}: {@code name}, {@code relation} («мать»),
 * {@code contacts}, {@code signature}; {@code school}, {@code schoolYear} as above</td></tr>
 * <tr><td>{@code heads}</td><td>may be left out; list of texts: above the second and each further sheet of the section with the same number,
 * followed by the number of the sheet</td></tr>
 * <tr><td>withdrawal of a consent</td><td>booleans {@code processing}, {@code help}, {@code publication}, {@code duties},
 * {@code workerMentee} (of which), {@code adult}, {@code representative}, {@code pupil} (who signs); {@code whose}, {@code
 * role}, {@code signedOn}, {@code lastDay}; {@code person}, {@code signer} as above</td></tr>
 * <tr><td>act of destruction</td><td>{@code subject}, {@code data}, {@code processor}, {@code system}, {@code reason},
 * {@code decision}, {@code erasedOn}</td></tr>
 * <tr><td>{@code certificate}</td><td>{@code text} (what the person has done), {@code training} (boolean: print the
 * hours), {@code hours}</td></tr>
 * <tr><td>{@code interview}</td><td>{@code of} (what is asked of who is talked with: «Класс», «Должность, предмет»)</td></tr>
 * <tr><td>{@code diploma}</td><td>{@code name} (what the person is, «Лучший наставник»), {@code ordered} (boolean: print
 * the order), {@code number}, {@code date} of the order on rewards</td></tr>
 * <tr><td>{@code report}</td><td>{@code period}; figures {@code pairs}, {@code groups}, {@code mentees}, {@code invited},
 * {@code answered}, {@code answeredShare}; {@code started}, {@code completed}, {@code endedEarly} for the quality;
 * {@code measuredBefore}, {@code measuredAfter}, {@code measuredTwice}, {@code improved}, {@code improvedShare} for the
 * influence, {@code respondents}, {@code positive}, {@code positiveShare} for the others; lists of {@code text}:
 * {@code strengths}, {@code weaknesses}, {@code conclusions}, {@code notes}</td></tr>
 * <tr><td>{@code contest}</td><td>{@code nominations}, {@code entries}, {@code jury}, {@code winners} (figures),
 * {@code decisions} (list of {@code text})</td></tr>
 * <tr><td>{@code kind}</td><td>{@code title} of the kind of document («Приказ»)</td></tr>
 * <tr><td>{@code heading}</td><td>what a document of a general kind is about; may be empty</td></tr>
 * <tr><td>{@code items}</td><td>list of {@code text}, {@code first}, {@code second}, {@code third} (parts that stand in
 * columns of a table) and {@code dashes} (list of {@code text}): what such a document says; may be empty</td></tr>
 * <tr><td>{@code stamps}</td><td>{@code acceptedBy} (for «ПРИНЯТО», may be empty), {@code agreed} (list of {@code body}, for
 * «СОГЛАСОВАНО»), boolean {@code byOrder}: an order puts it in force, not the head's signature</td></tr>
 * <tr><td>{@code approval}</td><td>{@code number}, {@code date} of the order that approves it, where {@code stamps.byOrder}</td></tr>
 * <tr><td>{@code director}, {@code secretary}</td><td>as {@code curator}</td></tr>
 * <tr><td>{@code roadmap}</td><td>{@code title} of the programme's roadmap</td></tr>
 * </table>
 */
public final class DocumentTemplates {

    /** Order «О внедрении целевой модели наставничества». */
    public static final String ORDER_IMPLEMENTATION = "order-implementation";

    /** Order «О назначении куратора программы наставничества». */
    public static final String ORDER_CURATOR = "order-curator";

    /** «Положение о программе наставничества». */
    public static final String REGULATION = "regulation";

    /** The roadmap of a school year as a table. */
    public static final String ROADMAP = "roadmap";

    /** Protocol of a council or a meeting. */
    public static final String PROTOCOL = "protocol";

    /** Card of one programme of mentoring. */
    public static final String PROGRAMME_CARD = "programme-card";

    /** Order «Об утверждении наставнических пар и групп». */
    public static final String ORDER_PAIRS = "order-pairs";

    /** Order «О закреплении наставнических пар и групп педагогических работников». */
    public static final String ORDER_MENTORS = "order-mentors";

    /** Order «О внесении изменений в приказ …» on pairs and groups. */
    public static final String ORDER_AMENDMENT = "order-amendment";

    /** Order «О поощрении участников программы наставничества». */
    public static final String ORDER_REWARD = "order-reward";

    /** Order «О проведении итогового мероприятия программы наставничества». */
    public static final String ORDER_FINAL_EVENT = "order-final-event";

    /** Programme and schedule of the mentors' training. */
    public static final String TRAINING_PROGRAMME = "training-programme";

    /** Where, when and how the school tells of the programme. */
    public static final String MEDIA_PLAN = "media-plan";

    /** Sheet of an interview with somebody who wants to be a mentor. */
    public static final String INTERVIEW_SHEET = "interview-sheet";

    /** Card of a practice of mentoring for the school's bank. */
    public static final String PRACTICE_CARD = "practice-card";

    /** Individual plans, a sheet for every pair or group. */
    public static final String INDIVIDUAL_PLAN = "individual-plan";

    /** Individual trajectories, a sheet for every pair or group. */
    public static final String TRAJECTORY = "trajectory";

    /** Personalised programmes of teachers, a sheet for every pair or group. */
    public static final String PERSONAL_PROGRAMME = "personal-programme";

    /** Written consents, a sheet or two each: to processing, to publication, of a worker to mentoring duties. */
    public static final String CONSENTS = "consents";

    /** By which a person takes a consent back: withdrawal, demand to stop publication, notice of a mentor. */
    public static final String CONSENT_WITHDRAWAL = "consent-withdrawal";

    /** Act of the destruction of personal data (order of Roskomnadzor № 179 of 2022-10-28). */
    public static final String DESTRUCTION_ACT = "destruction-act";

    /** Letter of gratitude. */
    public static final String LETTER_GRATITUDE = "letter-gratitude";

    /** Certificate of training or of participation. */
    public static final String CERTIFICATE = "certificate";

    /** Diploma for the best mentor or the winner of a contest. */
    public static final String DIPLOMA = "diploma";

    /** Report on a control point. */
    public static final String REPORT_INTERIM = "report-interim";

    /** Report on how content the participants are. */
    public static final String REPORT_SATISFACTION = "report-satisfaction";

    /** Report on the quality of the programme. */
    public static final String REPORT_QUALITY = "report-quality";

    /** Report on the influence of the programme. */
    public static final String REPORT_IMPACT = "report-impact";

    /** Protocol of a contest's jury. */
    public static final String JURY_PROTOCOL = "jury-protocol";

    /** Sheet on which people sign that they know a document. */
    public static final String ACKNOWLEDGEMENT_SHEET = "acknowledgement-sheet";

    private static final Map<String, Set<String>> KEYS = Map.ofEntries(
            keys(
                    ORDER_IMPLEMENTATION,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "deputy",
                    "curator",
                    "siteEditor",
                    "terms",
                    "appendices",
                    "teachers",
                    "people"),
            keys(
                    ORDER_CURATOR,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "deputy",
                    "curator",
                    "terms",
                    "people"),
            keys(
                    REGULATION,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "stamps",
                    "acceptance",
                    "forms",
                    "teachers"),
            keys(
                    ROADMAP,
                    "school",
                    "document",
                    "schoolYear",
                    "code",
                    "stamps",
                    "acceptance",
                    "author",
                    "paper",
                    "rows"),
            keys(PROTOCOL, "school", "document", "code", "event"),
            keys(PROGRAMME_CARD, "school", "schoolYear", "code", "curator", "card"),
            keys(ACKNOWLEDGEMENT_SHEET, "school", "document", "code", "people"),
            keys(
                    ORDER_PAIRS,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "deputy",
                    "curator",
                    "workers",
                    "people",
                    "pairs"),
            keys(
                    ORDER_MENTORS,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "deputy",
                    "curator",
                    "people",
                    "pairs"),
            keys(
                    ORDER_AMENDMENT,
                    "school",
                    "document",
                    "schoolYear",
                    "code",
                    "deputy",
                    "curator",
                    "workers",
                    "mentors",
                    "joined",
                    "amended",
                    "changes",
                    "people",
                    "pairs"),
            keys(
                    ORDER_REWARD,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "curator",
                    "siteEditor",
                    "terms",
                    "jury",
                    "people"),
            keys(
                    ORDER_FINAL_EVENT,
                    "school",
                    "document",
                    "schoolYear",
                    "basis",
                    "code",
                    "deputy",
                    "curator",
                    "siteEditor",
                    "terms",
                    "event",
                    "people"),
            keys(TRAINING_PROGRAMME, "school", "document", "schoolYear", "code", "stamps", "acceptance", "author"),
            keys(MEDIA_PLAN, "school", "document", "schoolYear", "code", "stamps", "acceptance", "author", "rows"),
            keys(INTERVIEW_SHEET, "school", "schoolYear", "code", "interview"),
            keys(PRACTICE_CARD, "school", "schoolYear", "code", "curator"),
            keys(INDIVIDUAL_PLAN, "school", "schoolYear", "code", "curator", "sheets"),
            keys(TRAJECTORY, "school", "schoolYear", "code", "curator", "sheets"),
            keys(PERSONAL_PROGRAMME, "school", "schoolYear", "code", "curator", "sheets"),
            keys(CONSENTS, "code", "consents"),
            keys(
                    CONSENT_WITHDRAWAL,
                    "school",
                    "code",
                    "processing",
                    "help",
                    "publication",
                    "duties",
                    "workerMentee",
                    "adult",
                    "representative",
                    "pupil",
                    "whose",
                    "role",
                    "signedOn",
                    "lastDay",
                    "person",
                    "signer"),
            keys(
                    DESTRUCTION_ACT,
                    "school",
                    "code",
                    "subject",
                    "data",
                    "processor",
                    "system",
                    "reason",
                    "decision",
                    "erasedOn"),
            keys(LETTER_GRATITUDE, "school", "schoolYear", "code", "letter"),
            keys(CERTIFICATE, "school", "schoolYear", "code", "curator", "certificate"),
            keys(DIPLOMA, "school", "schoolYear", "code", "diploma"),
            keys(REPORT_INTERIM, "school", "document", "code", "author", "report"),
            keys(REPORT_SATISFACTION, "school", "document", "code", "author", "report"),
            keys(REPORT_QUALITY, "school", "document", "code", "author", "report"),
            keys(REPORT_IMPACT, "school", "document", "code", "author", "report"),
            keys(JURY_PROTOCOL, "school", "document", "code", "contest"),
            general("order", "kind", "basis", "approves", "control", "people"),
            general("directive", "kind", "basis", "approves", "control", "people"),
            general("local-regulation", "kind", "stamps", "acceptance"),
            general("programme", "kind", "stamps", "acceptance", "author", "schoolYear"),
            general("plan", "kind", "stamps", "acceptance", "author", "schoolYear"),
            general("list", "kind", "stamps", "acceptance", "author", "schoolYear"),
            general("agreement", "kind"),
            general("information-note", "kind", "author"),
            general("report", "kind", "author", "schoolYear"),
            general("letter", "author"),
            general("minutes", "kind", "director", "secretary"));

    /** Names of all templates. */
    public static final List<String> ALL = KEYS.keySet().stream().sorted().toList();

    private DocumentTemplates() {}

    private static Map.Entry<String, Set<String>> keys(String template, String... keys) {
        return Map.entry(template, Set.of(keys));
    }

    /** A template of a general kind: all of them print the words of their author. */
    private static Map.Entry<String, Set<String>> general(String kind, String... more) {
        return keys(
                "general-" + kind,
                Stream.concat(
                                Stream.of("school", "document", "code", "heading", "items", "appendices"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /**
     * Top-level keys that the data of a template must have; more do no harm.
     *
     * @param template one of {@link #ALL}
     */
    public static Set<String> keys(String template) {
        return KEYS.get(template);
    }
}
