package org.mentoringroadmap.platform.web;

import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.AfterHandler;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * What happens around every call of a handler. Before it lists with holes are kept from controllers: a list that stands in a
 * parameter, or in a field of a form, holds what it says and no nulls, which no service expects; who sends such a list reads
 * which parameter is wrong. After it what the handler has answered is shown to those who look at it ({@link AfterHandler}).
 */
@Component
class HandlerCalls implements WebMvcRegistrations {
    private final Map<Class<?>, Map<String, Method>> lists = new ConcurrentHashMap<>();
    private final List<AfterHandler> afterwards;

    HandlerCalls(@Lazy List<AfterHandler> afterwards) {
        this.afterwards = afterwards;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                return new Call(handler);
            }
        };
    }

    private final class Call extends ServletInvocableHandlerMethod {
        Call(HandlerMethod handler) {
            super(handler);
        }

        @Override
        protected Object[] getMethodArgumentValues(
                NativeWebRequest request, ModelAndViewContainer container, Object... provided) throws Exception {
            Object[] values = super.getMethodArgumentValues(request, container, provided);
            for (int i = 0; i < values.length; i++) {
                MethodParameter parameter = getMethodParameters()[i];
                if (parameter.hasParameterAnnotation(RequestParam.class)) {
                    values[i] = values[i] instanceof Map<?, ?> all ? PlainTexts.of(all) : values[i];
                    refuseHoles(name(parameter), values[i]);
                } else if (parameter.hasParameterAnnotation(ModelAttribute.class) && values[i] != null) {
                    refuseHolesIn(values[i]);
                }
            }
            return values;
        }

        @Override
        protected Object doInvoke(Object... arguments) throws Exception {
            Object answer = super.doInvoke(arguments);
            afterwards.forEach(one -> one.answered(this, arguments, answer));
            return answer;
        }
    }

    private static String name(MethodParameter parameter) {
        String given = parameter.getParameterAnnotation(RequestParam.class).name();
        return given.isEmpty() ? parameter.getParameterName() : given;
    }

    private void refuseHolesIn(Object form) throws ReflectiveOperationException {
        Map<String, Method> readers = lists.computeIfAbsent(form.getClass(), HandlerCalls::listsOf);
        for (Map.Entry<String, Method> reader : readers.entrySet()) {
            try {
                refuseHoles(reader.getKey(), reader.getValue().invoke(form));
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("A form cannot be read: " + reader.getKey(), e);
            }
        }
    }

    private static Map<String, Method> listsOf(Class<?> form) {
        Stream<Map.Entry<String, Method>> readers = form.isRecord()
                ? Arrays.stream(form.getRecordComponents()).map(part -> Map.entry(part.getName(), part.getAccessor()))
                : Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                        .filter(property -> property.getReadMethod() != null)
                        .map((PropertyDescriptor property) -> Map.entry(property.getName(), property.getReadMethod()));
        return readers.filter(reader ->
                        Collection.class.isAssignableFrom(reader.getValue().getReturnType()))
                .peek(reader -> reader.getValue().setAccessible(true))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void refuseHoles(String name, Object value) {
        if (value instanceof Collection<?> list && list.stream().anyMatch(one -> one == null)) {
            throw new UserInputException("error.parameter", name);
        }
    }
}
