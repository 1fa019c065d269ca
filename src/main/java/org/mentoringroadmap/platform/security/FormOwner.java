package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringroadmap.shared.Sha256;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Marks every form with the person for whom its page was made, so that after an ended sign-in nobody else gets to see
 * what stands in it. The mark is a salted digest: it names nobody to whom does not know the name already.
 */
@Configuration(proxyBeanMethods = false)
class FormOwner {
    /** Name of the hidden field. */
    static final String FIELD = "_owner";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 8;

    static String mark(String login) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return mark(HexFormat.of().formatHex(salt), login);
    }

    /** Whether the mark is that of the account. */
    static boolean isMark(String mark, String login) {
        int dot = mark.indexOf('.');
        return dot > 0 && mark.equals(mark(mark.substring(0, dot), login));
    }

    private static String mark(String salt, String login) {
        return salt + "." + Sha256.of(salt + login);
    }

    /** Security adds its token to every form; this adds the mark beside it. */
    @Bean
    static BeanPostProcessor formsAreMarked() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor forms ? new Marking(forms) : bean;
            }
        };
    }

    private record Marking(RequestDataValueProcessor forms) implements RequestDataValueProcessor {
        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return forms.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(HttpServletRequest request, String name, String value, String type) {
            return forms.processFormFieldValue(request, name, value, type);
        }

        @Override
        public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = forms.getExtraHiddenFields(request);
            Authentication user = SecurityContextHolder.getContext().getAuthentication();
            if (fields == null
                    || fields.isEmpty()
                    || user == null
                    || !(user.getPrincipal() instanceof SignedInUser one)) {
                return fields;
            }
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put(FIELD, mark(one.login()));
            return all;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return forms.processUrl(request, url);
        }
    }
}
