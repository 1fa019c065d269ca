package org.mentoringroadmap.document.content;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.school.substitution.Substitutions;
import org.springframework.stereotype.Component;

/** What all documents of a school say: requisites, school year, people. Nobody's name is declined. */
@Component
public class CommonContent {
    /** Who may answer for a paper in place of the curator, the first that the row names. */
    private static final List<Role> AUTHORS = List.of(Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST);

    private final Schools schools;
    private final Staff staff;
    private final Substitutions substitutions;
    private final OrderBasis basis;
    private final DocumentTexts texts;

    CommonContent(Schools schools, Staff staff, Substitutions substitutions, OrderBasis basis, DocumentTexts texts) {
        this.schools = schools;
        this.staff = staff;
        this.substitutions = substitutions;
        this.basis = basis;
        this.texts = texts;
    }

    /** The values that every template may name; number and date are blanks until the document has them. */
    public Map<String, Object> of(Programme programme) {
        String schoolId = programme.schoolId();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("school", school(schoolId));
        data.put("document", values("number", null, "date", null, "title", null));
        data.put("schoolYear", programme.schoolYear().text().replace('-', '–'));
        data.put("basis", basis.of(programme));
        data.put("code", null);
        data.put("deputy", holder(schoolId, Role.DEPUTY));
        data.put("curator", holder(schoolId, Role.CURATOR));
        data.put("siteEditor", holder(schoolId, Role.SITE_EDITOR));
        return data;
    }

    /**
     * The same and who signs a paper of an activity.
     *
     * @param responsible roles that answer for the activity
     */
    public Map<String, Object> of(Programme programme, Set<Role> responsible) {
        Map<String, Object> data = of(programme);
        Role role = AUTHORS.stream().filter(responsible::contains).findFirst().orElse(Role.CURATOR);
        data.put("author", author(programme.schoolId(), role));
        return data;
    }

    private Map<String, Object> author(String schoolId, Role role) {
        Map<String, Object> author = holder(schoolId, role);
        author.put(
                "title",
                first(schoolId, role)
                        .filter(member -> role != Role.CURATOR)
                        .map(StaffMember::post)
                        .filter(post -> !post.isBlank())
                        .map(post -> post.substring(0, 1).toUpperCase(Locale.ROOT) + post.substring(1))
                        .orElseGet(() -> texts.text("document.author." + role.id())));
        return author;
    }

    /** What is known of a school apart from any programme: requisites and people. */
    public Map<String, Object> ofSchool(String schoolId) {
        return values(
                "school", school(schoolId),
                "deputy", holder(schoolId, Role.DEPUTY),
                "curator", holder(schoolId, Role.CURATOR),
                "siteEditor", holder(schoolId, Role.SITE_EDITOR),
                "director", holder(schoolId, Role.DIRECTOR),
                "secretary", holder(schoolId, Role.SECRETARY));
    }

    /** Requisites and the director's name at the signature. */
    Map<String, Object> school(String schoolId) {
        Requisites requisites = schools.get(schoolId).requisites();
        String ground = requisites.papers().directorGround();
        Optional<StaffMember> acting = substitutions.actingHead(schoolId);
        String director = acting.or(() -> first(schoolId, Role.DIRECTOR))
                .map(StaffMember::fullName)
                .orElse(null);
        String post = acting.isPresent() ? Signatory.acting(requisites.directorPost()) : requisites.directorPost();
        return values(
                "founder", requisites.founder(),
                "fullName", requisites.fullName(),
                "name", requisites.fullName().replaceAll("\\s+", " ").strip(),
                "shortName", requisites.shortName(),
                "address", requisites.address(),
                "city", requisites.city(),
                "phone", requisites.phone(),
                "email", requisites.email(),
                "site", requisites.site(),
                "details", details(requisites.codes()),
                "pages", pages(requisites),
                "directorGround", ground,
                "signatory", Signatory.text(withinSentence(post), director, ground),
                "directorFullName", director,
                "directorPost", post,
                "directorPostWithin", withinSentence(post),
                "directorName",
                        director == null ? null : PersonName.of(director).signature());
    }

    /** A post or a title as it stands within a sentence; an abbreviation keeps its capitals. */
    public static String withinSentence(String words) {
        boolean plain = words != null && words.length() > 1 && Character.isLowerCase(words.charAt(1));
        return plain ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
    }

    /** Codes in the state registers as one line; null for none. */
    private String details(RegistryCodes codes) {
        String line = Stream.of(
                        code("inn", codes.inn()),
                        code("kpp", codes.kpp()),
                        code("ogrn", codes.ogrn()),
                        code("okpo", codes.okpo()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return line.isEmpty() ? null : line;
    }

    private String code(String name, String value) {
        return value == null || value.isBlank() ? null : texts.text("document.code." + name, value);
    }

    /** Where the school publishes; where it has named no page, its site. */
    private static String pages(Requisites requisites) {
        String pages = String.join("; ", lines(requisites.papers().publicationPages()));
        return pages.isEmpty() ? requisites.site() : pages;
    }

    /** Who holds one of the roles, by name, each person once. */
    List<Map<String, Object>> people(String schoolId, Set<Role> roles) {
        return people(schoolId, member -> member.roles().stream().anyMatch(roles::contains));
    }

    /** Those of the staff who meet a condition, by name, each person once. */
    List<Map<String, Object>> people(String schoolId, Predicate<StaffMember> who) {
        List<StaffMember> members = staff.of(schoolId).stream()
                .filter(who)
                .sorted(Comparator.comparing(StaffMember::fullName))
                .toList();
        Map<Long, String> names = StaffMember.shortNames(members);
        return members.stream()
                .map(member -> values("name", names.get(member.id()), "post", member.post()))
                .toList();
    }

    /** Those of the staff who meet a condition, with the full name, as a sheet for signatures needs it. */
    public List<Map<String, Object>> inFull(String schoolId, Predicate<StaffMember> who) {
        return staff.of(schoolId).stream()
                .filter(who)
                .map(member -> values("name", member.fullName(), "post", member.post()))
                .toList();
    }

    /** The first who holds the role, as texts and as signatures name a person. */
    Map<String, Object> holder(String schoolId, Role role) {
        Optional<StaffMember> acting = role == Role.DIRECTOR ? substitutions.actingHead(schoolId) : Optional.empty();
        return acting.or(() -> first(schoolId, role))
                .map(member -> values(
                        "name",
                        member.shortName(),
                        "signature",
                        PersonName.of(member.fullName()).signature(),
                        "post",
                        lower(member.post())))
                .orElseGet(() -> values("name", null, "signature", null, "post", null));
    }

    private Optional<StaffMember> first(String schoolId, Role role) {
        return staff.holders(schoolId, role).stream().findFirst();
    }

    /** A map that may hold nulls. */
    public static Map<String, Object> values(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /**
     * Texts that people entered line by line, without the numbers that they put before the lines; an hour, «10.00», or a day,
     * «12.05.2027», is no such number.
     */
    static List<String> lines(String text) {
        return Stream.of((text == null ? "" : text).split("\\R"))
                .map(line -> line.strip().replaceFirst("^(\\d{1,2}[.)](?!\\d)|[-–—•*])\\s*", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String lower(String post) {
        return post.isEmpty() || post.length() > 1 && Character.isUpperCase(post.charAt(1))
                ? post
                : Character.toLowerCase(post.charAt(0)) + post.substring(1);
    }
}
