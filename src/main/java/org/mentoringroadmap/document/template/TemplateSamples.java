package org.mentoringroadmap.document.template;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.word.TemplateTags;
import org.mentoringroadmap.document.word.TemplateTags.Kind;
import org.mentoringroadmap.document.word.TemplateTags.Tag;
import org.springframework.stereotype.Component;

/** Which tags a template may have, what they mean, and data with which it can be tried. */
@Component
class TemplateSamples {
    /** What every document that is made from a programme knows. */
    private static final List<String> OF_EVERY_DOCUMENT = List.of(
            "author.name",
            "author.post",
            "author.signature",
            "author.title",
            "basis",
            "curator.name",
            "curator.post",
            "curator.signature",
            "deputy.name",
            "deputy.post",
            "deputy.signature",
            "document.date",
            "document.number",
            "school.address",
            "school.city",
            "school.details",
            "school.directorFullName",
            "school.directorGround",
            "school.directorName",
            "school.directorPost",
            "school.email",
            "school.founder",
            "school.fullName",
            "school.name",
            "school.pages",
            "school.phone",
            "school.shortName",
            "school.signatory",
            "school.site",
            "schoolYear",
            "siteEditor.name",
            "siteEditor.post",
            "siteEditor.signature");

    /** What the documents of general kinds know beyond what their templates print. */
    private static final List<String> OF_GENERAL_KINDS = List.of(
            "approval.date",
            "approval.number",
            "director.name",
            "director.post",
            "director.signature",
            "roadmap.title",
            "secretary.name",
            "secretary.post",
            "secretary.signature");

    private final DocumentKinds kinds;
    private final DocumentTexts texts;

    TemplateSamples(DocumentKinds kinds, DocumentTexts texts) {
        this.kinds = kinds;
        this.texts = texts;
    }

    /** The tags that a template may have: those of the one that comes with the product, and what its document knows. */
    Set<Tag> allowed(String template) {
        Set<Tag> allowed = new LinkedHashSet<>(shipped(template));
        boolean general = isGeneral(template);
        if (general) {
            Stream.of(GeneralKind.values()).forEach(kind -> allowed.addAll(shipped(kind.template())));
            OF_GENERAL_KINDS.forEach(path -> allowed.add(new Tag(Kind.TEXT, path)));
        }
        if (general || isOfADocument(template)) {
            OF_EVERY_DOCUMENT.forEach(path -> allowed.add(new Tag(Kind.TEXT, path)));
        }
        return allowed;
    }

    /** The tags of the template that comes with the product. */
    Set<Tag> shipped(String template) {
        return TemplateTags.of(SchoolTemplates.shipped(kinds.basis(template))).used();
    }

    private boolean isGeneral(String template) {
        String shipped = kinds.basis(template);
        return Stream.of(GeneralKind.values()).anyMatch(kind -> kind.template().equals(shipped));
    }

    /** Others are printed sheets, which know only what is on them. */
    private static boolean isOfADocument(String template) {
        return Stream.of(DocumentType.values())
                .filter(type -> !type.id().startsWith("consent-"))
                .anyMatch(type -> type.template().equals(template));
    }

    /** Tags that a template has and its document does not know, as they are written. */
    List<String> unknown(String template, TemplateTags tags) {
        Set<Tag> allowed = allowed(template);
        Set<String> paths = prefixes(allowed);
        return tags.used().stream()
                .filter(tag -> !(tag.kind() == Kind.SECTION && paths.contains(tag.path())))
                .filter(tag -> !(tag.kind() == Kind.ROWS
                        && TemplateTags.LISTS.contains(tag.path())
                        && paths.contains(tag.path())))
                .filter(tag -> !allowed.contains(tag))
                .map(TemplateSamples::written)
                .sorted()
                .toList();
    }

    /** Tags of the template that comes with the product which another one lacks. */
    List<String> missing(String template, TemplateTags tags) {
        Set<String> paths = tags.used().stream().map(Tag::path).collect(Collectors.toSet());
        return shipped(template).stream()
                .filter(tag -> !paths.contains(tag.path()))
                .map(TemplateSamples::written)
                .sorted()
                .toList();
    }

    private static Set<String> prefixes(Set<Tag> tags) {
        Set<String> paths = new TreeSet<>();
        for (Tag tag : tags) {
            String path = tag.path();
            paths.add(path);
            for (int point = path.lastIndexOf('.'); point > 0; point = path.lastIndexOf('.', point - 1)) {
                paths.add(path.substring(0, point));
            }
        }
        return paths;
    }

    static String written(Tag tag) {
        String mark = switch (tag.kind()) {
            case SECTION -> "?";
            case ROWS -> "%";
            case PICTURE -> "@";
            default -> "";
        };
        return "{{" + mark + tag.path() + "}}";
    }

    /** A tag of the list, as a person reads it. */
    record Explained(String tag, String meaning) {}

    /** What may stand in a template, with its meaning. */
    List<Explained> explained(String template) {
        return allowed(template).stream()
                .map(tag -> new Explained(inPlace(tag), meaning(tag.path())))
                .distinct()
                .sorted(java.util.Comparator.comparing(Explained::tag))
                .toList();
    }

    /** As it is written in the place to which it belongs: inside a list without the list's name. */
    private static String inPlace(Tag tag) {
        String list = listOf(tag.path());
        return list == null
                ? written(tag)
                : written(new Tag(tag.kind(), tag.path().substring(list.length() + 1))) + " (" + list + ")";
    }

    private static String listOf(String path) {
        return TemplateTags.LISTS.stream()
                .filter(list -> path.startsWith(list + "."))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /**
     * Data with which a template can be tried: for each tag what it stands for.
     *
     * @param known values that are known already, such as the school's requisites
     */
    Map<String, Object> data(String template, Map<String, Object> known) {
        Map<String, Object> root = new HashMap<>();
        Set<Tag> allowed = allowed(template);
        Set<String> paths = prefixes(allowed);
        Set<String> inner = paths.stream()
                .filter(path -> paths.stream().anyMatch(other -> other.startsWith(path + ".")))
                .collect(Collectors.toSet());
        Set<String> conditions = allowed.stream()
                .filter(tag -> tag.kind() == Kind.SECTION)
                .map(Tag::path)
                .filter(path -> allowed.stream().noneMatch(tag -> tag.path().equals(path) && tag.kind() == Kind.TEXT))
                .collect(Collectors.toSet());
        Set<String> pictures = allowed.stream()
                .filter(tag -> tag.kind() == Kind.PICTURE)
                .map(Tag::path)
                .collect(Collectors.toSet());
        for (String path : paths) {
            if (TemplateTags.LISTS.contains(path)) {
                put(root, path, List.of(new HashMap<String, Object>(), new HashMap<String, Object>()));
            } else if (!inner.contains(path)) {
                put(
                        root,
                        path,
                        pictures.contains(path)
                                ? null
                                : conditions.contains(path) ? (Object) Boolean.TRUE : sample(path));
            }
        }
        known.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && root.get(key) instanceof Map<?, ?> sample) {
                Map<String, Object> both = new HashMap<>();
                sample.forEach((name, any) -> both.put((String) name, any));
                map.forEach((name, any) -> both.put((String) name, any == null ? both.get(name) : any));
                root.put(key, both);
            } else if (value != null && !(root.get(key) instanceof List<?>)) {
                root.put(key, value);
            }
        });
        return root;
    }

    /** Puts a value where its path says; into each element where a list is on the way. */
    private static void put(Map<String, Object> at, String path, Object value) {
        put(List.of(at), path, value);
    }

    @SuppressWarnings("unchecked")
    private static void put(List<Map<String, Object>> at, String path, Object value) {
        int point = path.indexOf('.');
        if (point < 0) {
            at.forEach(map -> map.put(path, copy(value)));
            return;
        }
        String key = path.substring(0, point);
        for (Map<String, Object> map : at) {
            Object next = map.computeIfAbsent(key, any -> new HashMap<String, Object>());
            List<Map<String, Object>> inside = next instanceof List<?> list
                    ? (List<Map<String, Object>>) list
                    : List.of((Map<String, Object>) next);
            put(inside, path.substring(point + 1), value);
        }
    }

    private static Object copy(Object value) {
        return value instanceof List<?> ? List.of(new HashMap<String, Object>(), new HashMap<String, Object>()) : value;
    }

    /** A sheet in a list says the same of the school and of people as a document does. */
    private String meaning(String path) {
        String own = texts.find("document.tag." + path);
        return own == null ? texts.text("document.tag." + path.substring(path.indexOf('.') + 1)) : own;
    }

    private String sample(String path) {
        String sample = texts.find("document.tag-sample." + path);
        return sample == null ? "‹" + meaning(path) + "›" : sample;
    }
}
