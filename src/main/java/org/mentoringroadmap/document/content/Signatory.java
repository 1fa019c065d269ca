package org.mentoringroadmap.document.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.person.PersonName;

/**
 * Who signs for a school, as an agreement names them after «в лице»: «директора Примерова Петра Петровича, действующего на
 * основании Устава». A patronymic tells how the name is declined. Where post or name are of no kind that is declined
 * without a doubt, they stand in brackets as they are.
 */
final class Signatory {
    private static final String BLANK = "______________________________";
    private static final String STATUTE = "Устава";

    /** Posts of heads; what stands behind them («школы», «по учебной работе») stays as it is. */
    private static final Map<String, String> POSTS = Map.ofEntries(
            Map.entry("директор", "директора"),
            Map.entry("руководитель", "руководителя"),
            Map.entry("начальник", "начальника"),
            Map.entry("ректор", "ректора"),
            Map.entry("президент", "президента"),
            Map.entry("заведующий", "заведующего"),
            Map.entry("заведующая", "заведующей"),
            Map.entry("генеральный", "генерального"),
            Map.entry("исполнительный", "исполнительного"),
            Map.entry("заместитель", "заместителя"),
            Map.entry("исполняющий", "исполняющего"),
            Map.entry("исполняющая", "исполняющей"),
            Map.entry("временно", "временно"),
            Map.entry("и. о.", "и. о."),
            Map.entry("врио", "врио"));

    /** First words that leave the next one to be declined too. */
    private static final Pattern BEFORE_A_POST = Pattern.compile("генеральный|исполнительный|временно");

    private static final Pattern HISSING = Pattern.compile(".*[гкхжчшщ]");
    private static final Pattern CONSONANT = Pattern.compile(".*[бвгджзклмнпрстфхцчшщ]");

    /** Where a vowel falls out, or may: «Заяц», «Орёл», «Песок». */
    private static final Pattern FLEETING = Pattern.compile(".*([её][цкл]|ец|ок|ек|яц|ел)");

    private Signatory() {}

    /**
     * @param post as requisites have it; may be null
     * @param name surname, first name, patronymic; null where nobody is known
     * @param ground in the genitive; null for the statute
     */
    static String text(String post, String name, String ground) {
        String onWhat = " на основании " + (ground == null || ground.isBlank() ? STATUTE : ground.strip());
        if (name == null) {
            return genitivePost(post).orElse("руководителя") + " " + BLANK + ", действующего" + onWhat;
        }
        Optional<String> declinedPost = genitivePost(post);
        Optional<String> declinedName = genitiveName(PersonName.of(name));
        if (declinedPost.isEmpty() || declinedName.isEmpty()) {
            return "руководителя (" + (post == null ? "директор" : post) + ": " + name + "), действующего" + onWhat;
        }
        String acting = isWoman(PersonName.of(name)) ? ", действующей" : ", действующего";
        return declinedPost.get() + " " + declinedName.get() + acting + onWhat;
    }

    /** The post of who acts for the head: «И. о. директора»; where it is not declined without a doubt «И. о. руководителя». */
    static String acting(String post) {
        return "И. о. " + genitivePost(post).map(Signatory::withoutActing).orElse("руководителя");
    }

    /** Nobody acts for somebody who acts. */
    private static String withoutActing(String post) {
        return post.replaceFirst("(?iu)^(и\\.\\s*о\\.|врио|(временно\\s+)?исполняющ(его|ей)\\s+обязанности)\\s*", "");
    }

    private static Optional<String> genitivePost(String post) {
        if (post == null || post.isBlank()) {
            return Optional.of("директора");
        }
        String[] words =
                post.strip().replaceAll("(?iu)^и\\.\\s*о\\.", "и.\u00a0о.").split("\\s+", -1);
        for (int i = 0; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
            String declined = POSTS.get(word);
            if (declined == null) {
                return Optional.empty();
            }
            words[i] = declined;
            if (!BEFORE_A_POST.matcher(word).matches()) {
                return Optional.of(String.join(" ", words));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> genitiveName(PersonName name) {
        String patronymic = name.middleName() == null ? "" : name.middleName();
        if (patronymic.endsWith("на") && patronymic.length() > 4) {
            return declined(name.lastName(), Signatory::surnameOfWoman)
                    .flatMap(last -> firstOfWoman(name.firstName())
                            .map(first -> last + " " + first + " " + changed(patronymic, 1, "ы")));
        }
        if (patronymic.endsWith("ич")) {
            return declined(name.lastName(), Signatory::surnameOfMan)
                    .flatMap(last ->
                            firstOfMan(name.firstName()).map(first -> last + " " + first + " " + patronymic + "а"));
        }
        return Optional.empty();
    }

    private static boolean isWoman(PersonName name) {
        return name.middleName().endsWith("на");
    }

    /** A double surname part by part. */
    private static Optional<String> declined(String surname, Function<String, Optional<String>> part) {
        if (surname.contains(" ")) {
            return Optional.empty();
        }
        var parts = Arrays.stream(surname.split("-", -1)).map(part).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining("-")))
                : Optional.empty();
    }

    private static Optional<String> surnameOfMan(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.matches(".*([оеё]в|[иы]н)")) {
            return Optional.of(name + "а");
        }
        if (small.matches(".+[сц]кий")) {
            return Optional.of(changed(name, 2, "ого"));
        }
        if (small.matches(".+(ый|ой)")) {
            return Optional.of(changed(name, 2, "ого"));
        }
        if (stays(small)) {
            return Optional.of(name);
        }
        if (small.matches(".+[бвгджзклмнпрстфхчшщ]") && !FLEETING.matcher(small).matches()) {
            return Optional.of(name + "а");
        }
        return Optional.empty();
    }

    private static Optional<String> surnameOfWoman(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.matches(".*([оеё]в|[иы]н)а")) {
            return Optional.of(changed(name, 1, "ой"));
        }
        if (small.matches(".+[а-яё]ая")) {
            return Optional.of(changed(name, 2, "ой"));
        }
        return stays(small) || CONSONANT.matcher(small).matches() || small.endsWith("ь") || small.endsWith("й")
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Surnames that are not declined at all: «Шевченко», «Черных». */
    private static boolean stays(String small) {
        return small.matches(".+([оеуюэиы]|[иы]х)");
    }

    private static Optional<String> firstOfMan(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return switch (small) {
            case "павел" -> Optional.of("Павла");
            case "лев" -> Optional.of("Льва");
            case "пётр", "петр" -> Optional.of("Петра");
            default -> {
                if (small.endsWith("й") || small.endsWith("ь")) {
                    yield Optional.of(changed(name, 1, "я"));
                }
                yield CONSONANT.matcher(small).matches() ? Optional.of(name + "а") : softOrOpen(name, small);
            }
        };
    }

    private static Optional<String> firstOfWoman(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith("ь") ? Optional.of(changed(name, 1, "и")) : softOrOpen(name, small);
    }

    private static Optional<String> softOrOpen(String name, String small) {
        if (small.endsWith("я")) {
            return Optional.of(changed(name, 1, "и"));
        }
        if (small.endsWith("а")) {
            boolean hissing =
                    HISSING.matcher(small.substring(0, small.length() - 1)).matches();
            return Optional.of(changed(name, 1, hissing ? "и" : "ы"));
        }
        return Optional.empty();
    }

    private static String changed(String word, int letters, String end) {
        return word.substring(0, word.length() - letters) + end;
    }
}
