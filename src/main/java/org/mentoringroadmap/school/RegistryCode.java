package org.mentoringroadmap.school;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;

/** A code of an organisation in a state register with the right length and check digit; null is right too. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RegistryCode.Validator.class)
public @interface RegistryCode {
    /** Which register. */
    Kind value();

    /** Key of the refusal where none is more exact. */
    String message() default "{RegistryCode}";

    /** Groups of Bean Validation. */
    Class<?>[] groups() default {};

    /** Payload of Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** The registers, each with its rule. */
    enum Kind {
        /** Order of the tax service ММВ-7-6/435 of 2012-06-29: of an organisation 10 digits, the last is the check digit. */
        INN("\\d{10}") {
            @Override
            boolean checks(String code) {
                return digit(code, 9) == weighted(code, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10;
            }
        },
        /** The same order: four digits of the tax office, two characters of the reason, three digits; no check digit. */
        KPP("\\d{4}[0-9A-Z]{2}\\d{3}") {
            @Override
            boolean checks(String code) {
                return true;
            }
        },
        /** Of an organisation 13 digits: the last is the rest of the first twelve by eleven, of that its last digit. */
        OGRN("[15]\\d{12}") {
            @Override
            boolean checks(String code) {
                return digit(code, 12) == Long.parseLong(code.substring(0, 12)) % 11 % 10;
            }
        },
        /** Rules of Rosstat: weights from one, and where the rest is ten from three. */
        OKPO("\\d{8}") {
            @Override
            boolean checks(String code) {
                int first = weighted(code, 1, 2, 3, 4, 5, 6, 7) % 11;
                int rest = first == 10 ? weighted(code, 3, 4, 5, 6, 7, 8, 9) % 11 : first;
                return digit(code, 7) == rest % 10;
            }
        };

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        abstract boolean checks(String code);

        /** Whether a text is such a code. A code of noughts is nobody's. */
        public boolean isValid(String code) {
            return code.matches(form) && !code.matches("0+") && checks(code);
        }

        private static int digit(String code, int at) {
            return code.charAt(at) - '0';
        }

        private static int weighted(String code, int... weights) {
            return IntStream.range(0, weights.length)
                    .map(at -> weights[at] * digit(code, at))
                    .sum();
        }
    }

    /** Asks the {@link Kind}. */
    final class Validator implements ConstraintValidator<RegistryCode, String> {
        private Kind kind;

        @Override
        public void initialize(RegistryCode code) {
            kind = code.value();
        }

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || code.isEmpty() || kind.isValid(code);
        }
    }
}
