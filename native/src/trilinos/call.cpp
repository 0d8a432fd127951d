#include "trilinos/call.hpp"
#include "core/text.hpp"
#include "distarray/trilinos.h"

#include <Teuchos_FancyOStream.hpp>
#include <Teuchos_RCP.hpp>
#include <Teuchos_VerboseObject.hpp>
#include <Trilinos_version.h>

#include <iostream>
#include <ostream>

namespace distarray::trilinos {
namespace {

da_trilinos_writer writer;
void *writer_context;

/** Hands every line to the writer. */
class WriterBuffer final : public std::streambuf {
  protected:
    int_type overflow(int_type c) override {
        if (c != traits_type::eof()) {
            char text = traits_type::to_char_type(c);
            xsputn(&text, 1);
        }
        return traits_type::not_eof(c);
    }

    std::streamsize xsputn(const char *text, std::streamsize count) override {
        if (writer) {
            line_.append(text, static_cast<size_t>(count));
            for (size_t end = line_.find('\n'); end != std::string::npos; end = line_.find('\n')) {
                writer(writer_context, line_.data(), static_cast<int64_t>(end + 1));
                line_.erase(0, end + 1);
            }
        }
        return count;
    }

  private:
    std::string line_;
};

WriterBuffer &buffer() {
    static auto *instance = new WriterBuffer;
    return *instance;
}

} // namespace

std::ostream &output() {
    static auto *stream = new std::ostream(&buffer());
    return *stream;
}

Quiet::Quiet() : out_(std::cout.rdbuf(&buffer())), err_(std::cerr.rdbuf(&buffer())) {
    // Verbose objects keep the stream they were made with: the default is replaced once, before the first of them.
    static const bool replaced = [] {
        Teuchos::VerboseObjectBase::setDefaultOStream(Teuchos::getFancyOStream(Teuchos::rcp(&output(), false)));
        return true;
    }();
    (void)replaced;
}

Quiet::~Quiet() {
    std::cout.rdbuf(out_);
    std::cerr.rdbuf(err_);
}

std::string readable(const std::string &text) {
    // "file:line:\n\nThrow number = 1\n\nThrow test that evaluated to true: condition\n\ntext"
    static const std::string mark = "Throw test that evaluated to true:";
    std::string rest = text;
    if (size_t found = rest.rfind(mark); found != std::string::npos) {
        size_t end = rest.find("\n\n", found);
        rest = end == std::string::npos ? rest.substr(found + mark.size()) : rest.substr(end + 2);
    }
    if (size_t number = rest.find("\n\nThrow number ="); number != std::string::npos)
        rest.erase(number);
    size_t first = rest.find_first_not_of(" \t\r\n"), last = rest.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? text : rest.substr(first, last - first + 1);
}

} // namespace distarray::trilinos

using namespace distarray;

da_status da_trilinos_set_output(da_trilinos_writer writer, void *context) {
    return guard([&] {
        trilinos::writer = writer;
        trilinos::writer_context = context;
    });
}

da_status da_trilinos_version(char *buffer, int64_t capacity, int64_t *length) {
    return guard([&] {
        int version = TRILINOS_MAJOR_MINOR_VERSION;
        copy_text(std::to_string(version / 10000) + '.' + std::to_string(version / 100 % 100) + '.' + std::to_string(version % 100), buffer, capacity, length);
    });
}
