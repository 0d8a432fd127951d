#include "trilinos/parameters.hpp"

#include <Teuchos_Array.hpp>
#include <Teuchos_XMLParameterListHelpers.hpp>

#include <sstream>

namespace distarray::trilinos {
namespace {

template <class T> bool copy(const Teuchos::ParameterEntry &entry, const std::string &name, Teuchos::ParameterList &to) {
    if (!entry.isType<T>())
        return false;
    to.set(name, Teuchos::getValue<T>(entry));
    return true;
}

/** What has a text, without the validators. */
void copy_texts(const Teuchos::ParameterList &from, Teuchos::ParameterList &to) {
    for (auto i = from.begin(); i != from.end(); ++i) {
        const std::string &name = from.name(i);
        const Teuchos::ParameterEntry &entry = from.entry(i);
        if (entry.isList())
            copy_texts(from.sublist(name), to.sublist(name));
        else if (entry.isType<const char *>())
            to.set(name, std::string(Teuchos::getValue<const char *>(entry)));
        else if (entry.isType<char *>())
            to.set(name, std::string(Teuchos::getValue<char *>(entry)));
        else
            (void)(copy<int>(entry, name, to) || copy<double>(entry, name, to) || copy<bool>(entry, name, to) || copy<std::string>(entry, name, to) ||
                   copy<long long>(entry, name, to) || copy<unsigned>(entry, name, to) || copy<long>(entry, name, to) || copy<unsigned long>(entry, name, to) || copy<Teuchos::Array<int>>(entry, name, to) ||
                   copy<Teuchos::Array<double>>(entry, name, to) || copy<Teuchos::Array<std::string>>(entry, name, to));
    }
}

} // namespace

Teuchos::RCP<Teuchos::ParameterList> parameters_of(const char *xml) {
    if (!xml || !*xml)
        return Teuchos::rcp(new Teuchos::ParameterList);
    return Teuchos::getParametersFromXmlString(xml);
}

std::string to_xml(const Teuchos::ParameterList &list) {
    Teuchos::ParameterList texts;
    copy_texts(list, texts);
    std::ostringstream text;
    Teuchos::writeParameterListToXmlOStream(texts, text);
    return text.str();
}

} // namespace distarray::trilinos
