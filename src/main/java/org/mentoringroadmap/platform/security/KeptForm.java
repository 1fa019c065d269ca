package org.mentoringroadmap.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that was sent and refused because the sign-in had ended. It is carried from the refusal to the sign-in page and
 * from there to the page that shows it, always as hidden fields of the page itself.
 *
 * @param path where it was sent, with its query
 * @param back the page on which it stands; empty if unknown
 * @param multipart whether it is a form with files
 * @param fields what was typed, in the order of the form; never a password, never a token
 * @param files names of the fields whose files must be chosen again
 */
public record KeptForm(String path, String back, boolean multipart, List<Field> fields, List<String> files) {
    /** A field as it was sent. */
    public record Field(String name, String value) {
        /** Whether a person has typed or chosen it; the rest is the form's own. */
        public boolean isShown() {
            return !name.startsWith("_") && !value.isBlank();
        }
    }

    /** What becomes of a refused form. */
    public enum Fate {
        /** It is carried along. */
        KEPT,
        /** It is too long to be carried along. */
        TOO_LONG,
        /** Another site has sent it, or it is no form of a page; nothing of it is shown. */
        NOT_OURS
    }

    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_FIELDS = 400;
    private static final Pattern SECRET = Pattern.compile("(?i)_csrf|.*(password|secret|token).*");
    private static final String PREFIX = "kept.";
    private static final String PATH = PREFIX + "path";
    private static final String BACK = PREFIX + "back";
    private static final String MULTIPART = PREFIX + "multipart";
    private static final String NAME = PREFIX + "name";
    private static final String VALUE = PREFIX + "value";
    private static final String FILE = PREFIX + "file";

    public KeptForm {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** Whether a refused request can be carried along, and if not, why. */
    public static Fate fate(HttpServletRequest request, String path) {
        if (!"POST".equals(request.getMethod()) || !isForm(request) || isFromElsewhere(request) || !isLocal(path)) {
            return Fate.NOT_OURS;
        }
        KeptForm form = of(request, path);
        long characters = form.fields.stream()
                .mapToLong(field -> field.name().length() + field.value().length())
                .sum();
        return characters > MAX_CHARACTERS || form.fields.size() > MAX_FIELDS ? Fate.TOO_LONG : Fate.KEPT;
    }

    /**
     * The form in a refused request.
     *
     * @param path where it was sent, which an error page must take from the error
     */
    public static KeptForm of(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        boolean multipart = isMultipart(request);
        return new KeptForm(
                query == null ? path : path + "?" + query,
                back(request).orElse(""),
                multipart,
                typed(request, query),
                multipart ? files(request) : List.of());
    }

    /** The form that a sign-in carries along. */
    public static Optional<KeptForm> carried(HttpServletRequest request) {
        String path = request.getParameter(PATH);
        if (path == null || !isLocal(path)) {
            return Optional.empty();
        }
        String[] names = values(request, NAME);
        String[] values = values(request, VALUE);
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            fields.add(new Field(names[i], values[i]));
        }
        String back = request.getParameter(BACK);
        return Optional.of(new KeptForm(
                path,
                back != null && isLocal(back) ? back : "",
                Boolean.parseBoolean(request.getParameter(MULTIPART)),
                fields,
                Arrays.asList(values(request, FILE))));
    }

    /** The hidden fields by which a page carries the form along. */
    public List<Field> hidden() {
        List<Field> hidden = new ArrayList<>();
        hidden.add(new Field(PATH, path));
        hidden.add(new Field(BACK, back));
        hidden.add(new Field(MULTIPART, String.valueOf(multipart)));
        for (Field field : fields) {
            hidden.add(new Field(NAME, field.name()));
            hidden.add(new Field(VALUE, field.value()));
        }
        files.forEach(file -> hidden.add(new Field(FILE, file)));
        return hidden;
    }

    /** Whether the form stood on a page that another person had opened. */
    public boolean isOfAnotherThan(String login) {
        return fields.stream()
                .filter(field -> field.name().equals(FormOwner.FIELD))
                .anyMatch(field -> !FormOwner.isMark(field.value(), login));
    }

    private static List<Field> typed(HttpServletRequest request, String query) {
        Map<String, Integer> ofQuery = new HashMap<>();
        if (query != null) {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) ->
                            ofQuery.put(java.net.URLDecoder.decode(name, StandardCharsets.UTF_8), values.size()));
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!SECRET.matcher(name).matches()) {
                Arrays.stream(values)
                        .skip(ofQuery.getOrDefault(name, 0))
                        .forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return fields;
    }

    private static List<String> files(HttpServletRequest request) {
        try {
            Set<String> names = new LinkedHashSet<>();
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isEmpty()) {
                    names.add(part.getName());
                }
            }
            return List.copyOf(names);
        } catch (IOException | ServletException | IllegalStateException e) {
            return List.of();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return isMultipart(request)
                || request.getContentType() != null
                        && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** A browser says from where a form was sent; a script that says nothing has no cookies of a person to misuse. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !OtherSites.isHere(origin, request);
    }

    private static Optional<String> back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null || !OtherSites.isHere(referer, request)) {
            return Optional.empty();
        }
        URI page = URI.create(referer);
        return Optional.ofNullable(page.getRawPath())
                .filter(KeptForm::isLocal)
                .map(path -> page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
    }

    /** A path of this site: what begins with two slashes is another one. */
    private static boolean isLocal(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\");
    }

    private static String[] values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }
}
