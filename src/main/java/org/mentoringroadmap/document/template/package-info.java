/** Word templates of the schools, in place of those that come with the product. */
package org.mentoringroadmap.document.template;
