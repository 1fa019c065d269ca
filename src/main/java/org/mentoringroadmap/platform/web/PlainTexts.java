package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.Verbatim;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Hands texts of requests to the controllers as {@link EnteredText} leaves them, wherever they stand: parameters, fields
 * of forms, properties of JSON. Only what is {@link Verbatim} stays as it was sent.
 */
final class PlainTexts implements ConditionalGenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, String.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return !target.hasAnnotation(Verbatim.class);
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor target) {
        return source == null ? null : EnteredText.plain((String) source);
    }

    /** Values of parameters that a controller takes all at once; names stay as they are. */
    static Object of(Map<?, ?> parameters) {
        if (parameters instanceof MultiValueMap<?, ?> several) {
            MultiValueMap<Object, Object> plain = new LinkedMultiValueMap<>();
            several.forEach((name, values) -> plain.put(
                    name, List.copyOf(values.stream().map(PlainTexts::plain).toList())));
            return plain;
        }
        Map<Object, Object> plain = new LinkedHashMap<>();
        parameters.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return value instanceof String text ? EnteredText.plain(text) : value;
    }

    /** For the texts of JSON. */
    static SimpleModule module() {
        return new SimpleModule("plain-texts").addDeserializer(String.class, new PlainJson());
    }

    private static final class PlainJson extends StdScalarDeserializer<String> implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;

        PlainJson() {
            super(String.class);
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return property != null && property.getAnnotation(Verbatim.class) != null
                    ? StringDeserializer.instance
                    : this;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null ? null : EnteredText.plain(text);
        }
    }
}
