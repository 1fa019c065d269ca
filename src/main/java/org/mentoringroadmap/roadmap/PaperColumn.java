package org.mentoringroadmap.roadmap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the roadmap's document.
 *
 * @param kind what it prints
 * @param name name under which the activities fill it, in small letters; only columns of the school's own have one
 * @param heading what stands above it
 */
public record PaperColumn(Kind kind, String name, String heading) {
    /** What a column can print. Their Russian names and headings are in the bundle under {@code paper.column.*}. */
    public enum Kind {
        STAGE_NUMBER,
        NUMBER,
        STAGE,
        BLOCK,
        CONTENT,
        TERM,
        RESPONSIBLE,
        RESULT,
        /** What the activities say under its name. */
        OWN;

        /** Such as {@code stage-number}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean isCalled(String name) {
            return this != OWN && name.matches(Messages.raw("paper.column." + code() + ".names"));
        }
    }

    /**
     * Reads a list of columns such as «№; мероприятие = Наименование мероприятия; срок; результат»: what each prints, and
     * after an equals sign the heading where it is not the usual one.
     */
    static List<PaperColumn> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;\\n]"))
                        .map(String::strip)
                        .filter(column -> !column.isEmpty() && !column.startsWith("="))
                        .map(PaperColumn::of)
                        .toList();
    }

    private static PaperColumn of(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).strip();
        String heading = equals < 0 ? "" : text.substring(equals + 1).strip();
        String key = key(name);
        Optional<Kind> known =
                Arrays.stream(Kind.values()).filter(kind -> kind.isCalled(key)).findFirst();
        if (known.isEmpty()) {
            return new PaperColumn(Kind.OWN, key, heading.isEmpty() ? capital(name) : heading);
        }
        Kind kind = known.get();
        return new PaperColumn(
                kind, "", heading.isEmpty() ? Messages.text("paper.column." + kind.code() + ".heading") : heading);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.forLanguageTag("ru")) + name.substring(1);
    }

    /** How the name of a column is compared: capitals and spaces do not count. */
    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.forLanguageTag("ru"));
    }
}
