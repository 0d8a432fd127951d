#include "fortran/elf.hpp"

#include "core/status.hpp"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <span>

namespace distarray {

namespace {

class ElfFile {
  public:
    explicit ElfFile(const std::string &path) : path_(path) {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            throw Error(DA_ERR_NOT_FOUND, path + ": cannot be read: " + std::strerror(errno));
        bytes_.assign(std::istreambuf_iterator<char>(file), {});
        if (bytes_.size() < sizeof(Elf64_Ehdr) || std::memcmp(bytes_.data(), ELFMAG, SELFMAG) != 0 ||
            bytes_[EI_CLASS] != ELFCLASS64)
            throw Error(DA_ERR_NOT_FOUND, path + ": not a 64-bit shared library");
        auto header = at<Elf64_Ehdr>(0, 1)[0];
        sections_ = at<Elf64_Shdr>(header.e_shoff, header.e_shnum);
    }

    template <class Entry, class Use> void each(uint32_t section_type, Use use) const {
        for (const auto &section : sections_)
            if (section.sh_type == section_type && section.sh_link < sections_.size()) {
                const auto &names = sections_[section.sh_link];
                for (const auto &entry : at<Entry>(section.sh_offset, section.sh_size / sizeof(Entry)))
                    use(entry, names);
            }
    }

    std::string name(const Elf64_Shdr &names, uint64_t offset) const {
        if (offset >= names.sh_size)
            throw Error(DA_ERR_NOT_FOUND, path_ + ": damaged: a name lies outside of its table");
        auto text = at<char>(names.sh_offset, names.sh_size).subspan(offset);
        return std::string(text.data(), strnlen(text.data(), text.size()));
    }

  private:
    template <class T> std::span<const T> at(uint64_t offset, uint64_t count) const {
        if (offset > bytes_.size() || count > (bytes_.size() - offset) / sizeof(T))
            throw Error(DA_ERR_NOT_FOUND, path_ + ": damaged: a table lies outside of the file");
        return {reinterpret_cast<const T *>(bytes_.data() + offset), count};
    }

    std::string path_;
    std::vector<char> bytes_;
    std::span<const Elf64_Shdr> sections_;
};

} // namespace

ElfSummary read_elf(const std::string &path) {
    ElfFile file(path);
    ElfSummary summary;
    file.each<Elf64_Dyn>(SHT_DYNAMIC, [&](const Elf64_Dyn &entry, const Elf64_Shdr &names) {
        if (entry.d_tag == DT_NEEDED)
            summary.needed.push_back(file.name(names, entry.d_un.d_val));
    });
    file.each<Elf64_Sym>(SHT_DYNSYM, [&](const Elf64_Sym &entry, const Elf64_Shdr &names) {
        if (ELF64_ST_TYPE(entry.st_info) == STT_FUNC && entry.st_shndx != SHN_UNDEF)
            summary.functions.push_back(file.name(names, entry.st_name));
    });
    return summary;
}

} // namespace distarray
