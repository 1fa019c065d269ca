package org.mentoringroadmap.audit.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Records what the methods with {@link Recorded} answer, after they have answered and before anything of it is sent. So a
 * page that cannot be recorded is not shown either. The web framework asks one such bean only; what a library of ours
 * registers besides is handed on.
 */
@Component
@Primary
class RecordedPages implements WebMvcRegistrations {
    private final AuditTrail trail;
    private final ObjectProvider<WebMvcRegistrations> all;

    RecordedPages(AuditTrail trail, ObjectProvider<WebMvcRegistrations> all) {
        this.trail = trail;
        this.all = all;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return others(WebMvcRegistrations::getRequestMappingHandlerMapping);
    }

    @Override
    public ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
        return others(WebMvcRegistrations::getExceptionHandlerExceptionResolver);
    }

    /** Null, which is the framework's own, where nobody else registers one. */
    private <T> T others(Function<WebMvcRegistrations, T> registered) {
        return all.stream()
                .filter(one -> one != this)
                .map(registered)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                Recorded recorded = handler.getMethodAnnotation(Recorded.class);
                return recorded == null
                        ? super.createInvocableHandlerMethod(handler)
                        : new RecordedHandler(handler, recorded, trail);
            }
        };
    }

    private static final class RecordedHandler extends ServletInvocableHandlerMethod {
        private final Recorded recorded;
        private final AuditTrail trail;

        RecordedHandler(HandlerMethod handler, Recorded recorded, AuditTrail trail) {
            super(handler);
            this.recorded = recorded;
            this.trail = trail;
        }

        @Override
        protected Object doInvoke(Object... arguments) throws Exception {
            Object answer = super.doInvoke(arguments);
            if (!leadsElsewhere(answer)) {
                event(named(arguments, answer), answer).ifPresent(trail::record);
            }
            return answer;
        }

        private static boolean leadsElsewhere(Object answer) {
            return answer instanceof RedirectView
                    || answer instanceof String view && view.startsWith("redirect:")
                    || answer instanceof ModelAndView page
                            && (page.getView() instanceof RedirectView
                                    || page.getViewName() != null
                                            && page.getViewName().startsWith("redirect:"));
        }

        private Map<String, Object> named(Object[] arguments, Object answer) {
            Map<String, Object> named = new HashMap<>();
            MethodParameter[] parameters = getMethodParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (arguments[i] instanceof Model model) {
                    named.putAll(model.asMap());
                }
            }
            if (answer instanceof ModelAndView page) {
                named.putAll(page.getModel());
            }
            for (int i = 0; i < parameters.length; i++) {
                named.putIfAbsent(parameters[i].getParameterName(), arguments[i]);
            }
            return named;
        }

        private Optional<AuditEvent> event(Map<String, Object> named, Object answer) {
            AuditEvent event = AuditEvent.of(recorded.value());
            if (!recorded.id().isEmpty()) {
                Object id = find(recorded.id(), named, answer);
                if (id == null) {
                    return Optional.empty();
                }
                event = AuditEvent.of(recorded.value(), id);
            }
            Object counted = recorded.count().isEmpty() ? answer : find(recorded.count(), named, answer);
            Integer count = size(counted);
            if (count != null) {
                event = event.count(count);
            }
            for (String fact : recorded.facts()) {
                String[] names = fact.split("=");
                Object value = find(names[names.length - 1], named, answer);
                if (AuditEvent.isFact(value)) {
                    event = event.fact(names[0], value);
                }
            }
            return Optional.of(event);
        }

        /** By a name, and with dots by names of parts; null where there is no such thing here. */
        private static Object find(String path, Map<String, Object> named, Object answer) {
            String[] names = path.split("\\.");
            Object found = named.containsKey(names[0]) ? named.get(names[0]) : part(answer, names[0]);
            for (int i = 1; i < names.length; i++) {
                found = part(found, names[i]);
            }
            return found;
        }

        private static Object part(Object whole, String name) {
            if (whole == null || BeanUtils.isSimpleValueType(whole.getClass())) {
                return null;
            }
            DirectFieldAccessor parts = new DirectFieldAccessor(whole);
            return parts.isReadableProperty(name) ? parts.getPropertyValue(name) : null;
        }

        private static Integer size(Object counted) {
            if (counted instanceof Slice<?> page) {
                return page.getNumberOfElements();
            }
            if (counted instanceof Collection<?> all) {
                return all.size();
            }
            if (counted instanceof Map<?, ?> byKey) {
                return byKey.values().stream()
                        .mapToInt(value -> value instanceof Collection<?> part ? part.size() : 1)
                        .sum();
            }
            return counted instanceof Integer number ? number : null;
        }
    }
}
