package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.mentoringroadmap.platform.security.KeptForm;
import org.springframework.web.servlet.ModelAndView;

/** What a person has written into a form that was refused: the page of the refusal shows it, so that nothing is lost. */
final class TypedTexts {
    /** Words; not the ids, dates and addresses that forms carry. */
    private static final Pattern WRITTEN = Pattern.compile("\\s|\\p{IsCyrillic}");

    private TypedTexts() {}

    /**
     * The same answer; a page with {@code typed}, the form as {@link KeptForm}, and {@code texts}, those of its fields in
     * which something was written.
     *
     * @param path where the form was sent
     */
    static Object beside(Object answer, HttpServletRequest request, String path) {
        if (answer instanceof ModelAndView page && KeptForm.fate(request, path) == KeptForm.Fate.KEPT) {
            KeptForm typed = KeptForm.of(request, path);
            List<KeptForm.Field> texts = typed.fields().stream()
                    .filter(field ->
                            field.isShown() && WRITTEN.matcher(field.value()).find())
                    .toList();
            page.addObject("typed", typed).addObject("texts", texts);
        }
        return answer;
    }
}
