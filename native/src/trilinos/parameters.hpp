// Parameter lists as text: what crosses the border.
#pragma once

#include "core/status.hpp"

#include <Teuchos_ParameterList.hpp>
#include <Teuchos_RCP.hpp>

#include <string>

namespace distarray::trilinos {

/** The list of a text of XML; an empty list where the text is empty. */
DA_API Teuchos::RCP<Teuchos::ParameterList> parameters_of(const char *xml);

/** A list as XML, without what has no text, such as streams and vectors. */
DA_API std::string to_xml(const Teuchos::ParameterList &list);

} // namespace distarray::trilinos
