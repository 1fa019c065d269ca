package org.mentoringroadmap.audit.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.AfterHandler;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Records what the methods with {@link Recorded} answer, after they have answered and before anything of it is sent. So a
 * page that cannot be recorded is not shown either.
 */
@Component
class RecordedPages implements AfterHandler {
    private final AuditTrail trail;

    RecordedPages(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void answered(HandlerMethod handler, Object[] arguments, Object answer) {
        Recorded recorded = handler.getMethodAnnotation(Recorded.class);
        if (recorded != null && !leadsElsewhere(answer)) {
            event(recorded, named(handler.getMethodParameters(), arguments, answer), answer)
                    .ifPresent(trail::record);
        }
    }

    private static boolean leadsElsewhere(Object answer) {
        return answer instanceof RedirectView
                || answer instanceof String view && view.startsWith("redirect:")
                || answer instanceof ModelAndView page
                        && (page.getView() instanceof RedirectView
                                || page.getViewName() != null
                                        && page.getViewName().startsWith("redirect:"));
    }

    private static Map<String, Object> named(MethodParameter[] parameters, Object[] arguments, Object answer) {
        Map<String, Object> named = new HashMap<>();
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

    private static Optional<AuditEvent> event(Recorded recorded, Map<String, Object> named, Object answer) {
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
