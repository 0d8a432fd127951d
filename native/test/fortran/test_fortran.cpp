// Drives the sample core as the managed bridge does; `test_fortran NAME` runs one test.
#include "distarray/fortran.h"

#include <dlfcn.h>
#include <mpi.h>

#include <array>
#include <complex>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace {

void check(bool condition, const char *text, int line) {
    if (condition)
        return;
    char error[2048];
    int64_t length = 0;
    da_last_error(error, sizeof error, &length);
    std::fprintf(stderr, "line %d: %s is false; last error: %s\n", line, text, error);
    std::exit(1);
}

#define CHECK(condition) check(condition, #condition, __LINE__)

std::string last_error() {
    std::array<char, 2048> text{};
    int64_t length = 0;
    da_last_error(text.data(), text.size(), &length);
    return text.data();
}

bool contains(const std::string &text, const char *part) {
    if (text.find(part) != std::string::npos)
        return true;
    std::fprintf(stderr, "'%s' does not contain '%s'\n", text.c_str(), part);
    return false;
}

class Core {
  public:
    Core() {
        CHECK(da_fortran_library_open(SAMPLE_CORE, &library) == DA_OK);
        call("sample_setup");
        CHECK(da_fortran_library_set_publish(library, symbol("sample_publish")) == DA_OK);
    }
    ~Core() { da_fortran_library_destroy(library); }
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    void *symbol(const char *name) const {
        void *address = nullptr;
        CHECK(da_fortran_library_symbol(library, name, &address) == DA_OK);
        return address;
    }

    da_status try_call(const char *name, const std::vector<int32_t> &types = {},
                       const std::vector<void *> &arguments = {}, int32_t result_type = DA_FORTRAN_NONE,
                       void *result = nullptr) {
        da_fortran_procedure *procedure = nullptr;
        CHECK(da_fortran_procedure_create(library, symbol(name), types.data(), static_cast<int32_t>(types.size()),
                                          result_type, &procedure) == DA_OK);
        auto status = da_fortran_procedure_call(procedure, arguments.data(), result, &generation);
        CHECK(da_fortran_procedure_destroy(procedure) == DA_OK);
        return status;
    }

    void call(const char *name) { CHECK(try_call(name) == DA_OK); }
    da_status try_call(const char *name, int32_t argument) { return try_call(name, {DA_INT32}, {&argument}); }

    da_status publish() { return da_fortran_library_publish(library, &generation); }

    std::map<std::string, da_fortran_array> arrays() const {
        std::map<std::string, da_fortran_array> all;
        int64_t count = 0, length = 0;
        CHECK(da_fortran_array_count(library, &count) == DA_OK);
        for (int64_t i = 0; i < count; ++i) {
            char name[64];
            da_fortran_array array{};
            CHECK(da_fortran_array_name(library, i, name, sizeof name, &length) == DA_OK);
            CHECK(da_fortran_array_get(library, i, &array) == DA_OK);
            all[name] = array;
        }
        return all;
    }

    da_fortran_library *library = nullptr;
    int64_t generation = 0;
};

double element(const da_fortran_array &array, std::initializer_list<int64_t> index) {
    auto *p = static_cast<const char *>(array.address);
    auto axis = 0;
    for (auto i : index)
        p += i * array.byte_strides[axis++];
    return *reinterpret_cast<const double *>(p);
}

void arrays() {
    Core core;
    CHECK(core.publish() == DA_OK);
    auto all = core.arrays();
    CHECK(all.size() == 9);
    const auto &u = all.at("u");
    CHECK(u.element_type == DA_FLOAT64 && u.ndim == 3 && u.is_distributed == 1 && u.periodic == 0);
    CHECK(u.shape[0] == 6 && u.shape[1] == 4 && u.shape[2] == 4);
    CHECK(u.byte_strides[0] == 8 && u.byte_strides[1] == 48 && u.byte_strides[2] == 192);
    CHECK(u.lower_bounds[0] == -1 && u.lower_bounds[1] == 0 && u.lower_bounds[2] == 2);
    CHECK(u.global_shape[0] == 12 && u.global_offset[0] == 2 && u.halo_low[0] == 1 && u.halo_high[0] == 1 &&
          u.halo_low[1] == 0);
    CHECK(element(u, {1, 2, 3}) == 100 * 0 + 10 * 2 + 5);
    const auto &section = all.at("section"); // big(1:9:2, 7:2:-3)
    CHECK(section.is_distributed == 0 && section.shape[0] == 5 && section.shape[1] == 2);
    CHECK(section.byte_strides[0] == 16 && section.byte_strides[1] == -240);
    CHECK(element(section, {2, 1}) == 100 * 5 + 4);
    const auto &fixed = all.at("fixed");
    CHECK(fixed.halo_low[0] == 1 && fixed.halo_high[0] == 2 && fixed.halo_low[1] == 0 && fixed.halo_high[1] == 1);
    CHECK(fixed.periodic == 2);
    CHECK(element(fixed, {9, 4}) == 105);
    const auto &reals = all.at("reals"); // fixed(2:8:3, 5:1:-2)
    CHECK(element(reals, {1, 2}) == 51);
    CHECK(all.at("z").element_type == DA_COMPLEX128 && all.at("z").lower_bounds[0] == -3);
    CHECK(all.at("time").ndim == 0 && element(all.at("time"), {}) == 0.5);
    CHECK(all.at("flags").element_type == DA_LOGICAL32);
    const auto &ids = all.at("ids"); // a component: strided by the size of its type
    CHECK(ids.element_type == DA_INT32 && ids.byte_strides[0] == 40);
    CHECK(*reinterpret_cast<const int32_t *>(static_cast<const char *>(ids.address) + 40) == 2);
    CHECK(element(all.at("values of 2"), {3}) == 24);
}

// gfortran's own descriptors of the core's module variables, byte by byte: 40, and 24 a dimension.
void parents() {
    Core core;
    std::map<std::string, std::array<char, 112>> before;
    const std::map<std::string, size_t> descriptors = {
        {"u", 112}, {"z", 64}, {"parts", 64}, {"big", 88}, {"section", 88}};
    for (const auto &[name, size] : descriptors)
        std::memcpy(before[name].data(), core.symbol(("__sample_core_MOD_" + name).c_str()), size);
    for (auto i = 0; i < 3; ++i)
        CHECK(core.publish() == DA_OK);
    for (const auto &[name, size] : descriptors)
        CHECK(std::memcmp(before[name].data(), core.symbol(("__sample_core_MOD_" + name).c_str()), size) == 0);
    for (const auto *name : {"u", "z"}) {
        void *address = nullptr;
        std::memcpy(&address, before[name].data(), sizeof address);
        CHECK(core.arrays().at(name).address == address);
    }
    double energy = 0;
    CHECK(core.try_call("sample_energy", {}, {}, DA_FLOAT64, &energy) == DA_OK);
    CHECK(energy == 96 * 150 + 96 * 15 + 96 * 3.5);
}

void changes() {
    Core core;
    CHECK(core.publish() == DA_OK);
    auto first = core.generation;
    CHECK(core.publish() == DA_OK && core.generation == first);
    CHECK(core.try_call("sample_regrow", 5) == DA_OK); // publishes again by itself
    CHECK(core.generation == first + 1);
    CHECK(core.arrays().at("u").generation == core.generation && core.arrays().at("u").shape[0] == 5);
    CHECK(core.arrays().at("z").generation < core.generation);
    CHECK(core.try_call("sample_regrow", 0) == DA_OK);
    CHECK(core.generation == first + 2 && !core.arrays().contains("u"));
    core.call("sample_setup");
    CHECK(core.generation == first + 3 && core.arrays().at("u").shape[0] == 6);
    CHECK(core.try_call("sample_publish_and_free") == DA_OK);
    CHECK(!core.arrays().contains("u") && core.arrays().contains("z"));
}

void refusals() {
    Core core;
    const std::map<int32_t, const char *> texts = {
        {1, "'quadruple' cannot be published: its type is real(16)"},
        {2, "'z' cannot be published: another array of this name"},
        {3, "lower_bounds has 2 elements, the array 1 dimensions"},
        {4, "global_shape and global_offset go together"},
        {5, "7 elements from 3 on (global_offset counts from 0) do not lie within the global extent 7"},
        {6, "a halo of 5 and 5 does not fit into an extent of 7"},
        {8, "its type is a derived type"},
        {9, "give its lower bounds"},
        {10, "a halo of 9223372036854775807 and 9223372036854775807 does not fit into an extent of 7"},
        {11, "do not lie within the global extent 7"},
    };
    for (const auto &[which, text] : texts) {
        CHECK(core.try_call("sample_refuse", which) == DA_ERR_ARGUMENT);
        CHECK(contains(last_error(), text));
        CHECK(core.arrays().size() == 9);
    }
    CHECK(core.try_call("sample_refuse", 12) == DA_OK); // unallocated is absent, as for Fortran's present()
    CHECK(core.arrays().at("absent").halo_low[0] == 0 && core.arrays().at("absent").periodic == 0 &&
          core.arrays().at("absent").is_distributed == 0);
    CHECK(core.try_call("sample_refuse", 0) == DA_OK);
    for (auto *publish : {core.symbol("sample_publish"), static_cast<void *>(nullptr)}) {
        CHECK(da_fortran_library_set_publish(core.library, publish) == DA_OK);
        CHECK(core.try_call("sample_publish_badly") == DA_ERR_ARGUMENT);
        CHECK(contains(last_error(), "'worse' cannot be published: lower_bounds has 2 elements"));
    }
    CHECK(da_fortran_library_set_publish(core.library, core.symbol("sample_publish")) == DA_OK);
    CHECK(core.try_call("sample_refuse", 7) == DA_OK); // it asked for the status itself
    int32_t status[2] = {};
    CHECK(core.try_call("sample_last_status", {}, {}, DA_INT32, status) == DA_OK && status[0] == DA_ERR_ARGUMENT);
    void *address = nullptr;
    CHECK(da_fortran_library_symbol(core.library, "sample_nothing", &address) == DA_ERR_NOT_FOUND);
    da_fortran_library *library = nullptr;
    CHECK(da_fortran_library_open("/nowhere/libnone.so", &library) == DA_ERR_NOT_FOUND &&
          contains(last_error(), "/nowhere/libnone.so"));
    CHECK(da_fortran_library_open("/proc/self/cmdline", &library) == DA_ERR_NOT_FOUND &&
          contains(last_error(), "not a 64-bit"));
    char names[8192];
    int64_t length = 0;
    CHECK(da_fortran_library_functions(core.library, names, sizeof names, &length) == DA_OK &&
          contains(names, "sample_regrow\n"));
}

void stop() {
    Core core;
    const std::map<int32_t, const char *> texts = {{1, "STOP no more steam"},
                                                   {2, "ERROR STOP boiler burst"},
                                                   {3, "STOP 7"},
                                                   {4, "ERROR STOP 9"},
                                                   {5, "EXIT 11"},
                                                   {6, "STOP"}};
    for (const auto &[how, text] : texts) {
        CHECK(core.try_call("sample_halt", how) == DA_ERR_FORTRAN);
        CHECK(last_error() == text);
    }
    CHECK(core.try_call("sample_halt", 0) == DA_OK);
    CHECK(core.arrays().size() == 9);
}

void stop_outside() {
    Core core;
    reinterpret_cast<void (*)(int32_t)>(core.symbol("sample_halt"))(1);
    std::puts("the process lives on");
}

void mpi_start() {
    Core core;
    int32_t result[2] = {};
    MPI_Init(nullptr, nullptr);
    CHECK(core.try_call("sample_start_and_end_mpi", {}, {}, DA_INT32, result) == DA_OK && result[0] == 0);
    int finalized = 1;
    MPI_Finalized(&finalized);
    CHECK(!finalized);
    MPI_Barrier(MPI_COMM_WORLD);
    MPI_Finalize();
}

void calls() {
    Core core;
    int8_t i1 = -1;
    int16_t i2 = 2;
    int32_t i4 = -3;
    int64_t i8 = 4;
    float r4 = 0.5f;
    double r8 = 0.25;
    std::complex<float> c4(0, 8);
    std::complex<double> c8(0, 16), result;
    uint8_t flag = 1;
    const char *text = "ab";
    std::array<double, 12> values{};
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i);
    alignas(8) char descriptor[512];
    const int64_t shape[] = {2, 3}, strides[] = {8, 32}; // leading dimension 4
    CHECK(da_fortran_descriptor_establish(descriptor, values.data(), DA_FLOAT64, 2, shape, strides) == DA_OK);
    void *array = descriptor;
    CHECK(core.try_call("sample_mix",
                        {DA_INT8, DA_INT16, DA_INT32, DA_INT64, DA_FLOAT32, DA_FLOAT64, DA_COMPLEX64, DA_COMPLEX128,
                         DA_BOOLEAN, DA_FORTRAN_POINTER, DA_FORTRAN_POINTER},
                        {&i1, &i2, &i4, &i8, &r4, &r8, &c4, &c8, &flag, &text, &array}, DA_COMPLEX128,
                        &result) == DA_OK);
    CHECK(result == std::complex<double>(-1 + 20 - 300 + 4000 + 0.75, 24));
    for (size_t i = 0; i < values.size(); ++i)
        CHECK(values[i] == static_cast<double>(i) + (i % 4 < 2 ? 1000 : 0));
}

double weigh(Core &core, const double *first, std::array<int64_t, 2> shape, std::array<int64_t, 2> strides) {
    alignas(8) char descriptor[512];
    CHECK(da_fortran_descriptor_establish(descriptor, first, DA_FLOAT64, 2, shape.data(), strides.data()) == DA_OK);
    void *array = descriptor;
    double result = 0;
    CHECK(core.try_call("sample_weigh", {DA_FORTRAN_POINTER}, {&array}, DA_FLOAT64, &result) == DA_OK);
    return result;
}

void descriptors() {
    Core core;
    std::array<double, 24> values{};
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i * i);
    struct Case {
        std::array<int64_t, 2> shape, strides;
        size_t first;
    };
    const Case cases[] = {{{4, 6}, {8, 32}, 0},    {{6, 4}, {32, 8}, 0},    {{2, 3}, {16, 64}, 1},
                          {{4, 6}, {-8, -32}, 23}, {{3, 2}, {-64, 16}, 20}, {{0, 3}, {8, 32}, 0}};
    for (const auto &c : cases) {
        double expected = 0;
        for (int64_t j = 0; j < c.shape[1]; ++j)
            for (int64_t i = 0; i < c.shape[0]; ++i)
                expected += values[c.first + static_cast<size_t>((i * c.strides[0] + j * c.strides[1]) / 8)] *
                            static_cast<double>(i + 1 + 100 * (j + 1));
        CHECK(weigh(core, values.data() + c.first, c.shape, c.strides) == expected);
    }
    CHECK(weigh(core, nullptr, {0, 3}, {8, 8}) == 0);
    int64_t bytes = 0;
    CHECK(da_fortran_descriptor_size(16, &bytes) == DA_ERR_ARGUMENT);
    alignas(8) char descriptor[64];
    CHECK(da_fortran_descriptor_establish(descriptor, values.data(), 99, 0, nullptr, nullptr) == DA_ERR_ARGUMENT);
}

// Weighs the row that it is given by the factor; counts in the context.
void weigh_row(void **arguments, void *result, void *context) {
    da_fortran_array row{};
    CHECK(da_fortran_descriptor_read(*static_cast<void **>(arguments[0]), &row) == DA_OK);
    CHECK(row.element_type == DA_FLOAT64 && row.ndim == 1 && row.shape[0] == 5);
    auto factor = *static_cast<int32_t *>(arguments[1]);
    double sum = 0;
    for (int64_t i = 0; i < row.shape[0]; ++i)
        sum += element(row, {i}) * factor;
    *static_cast<double *>(result) = sum;
    ++*static_cast<int *>(context);
}

void callbacks() {
    Core core;
    auto count = 0;
    const int32_t types[] = {DA_FORTRAN_POINTER, DA_INT32};
    da_fortran_callback *callback = nullptr;
    void *address = nullptr;
    CHECK(da_fortran_callback_create(types, 2, DA_FLOAT64, weigh_row, &count, &callback, &address) == DA_OK);
    double result = 0, expected = 0;
    CHECK(core.try_call("sample_rows", {DA_FORTRAN_POINTER}, {&address}, DA_FLOAT64, &result) == DA_OK);
    for (auto i = 1; i <= 10; ++i)
        for (auto j = 1; j <= 5; ++j)
            expected += i * (10 * i + j);
    CHECK(count == 10 && result == expected);
    CHECK(da_fortran_callback_destroy(callback) == DA_OK);
}

// The host's frames are between this STOP and the call of the bridge: nothing may jump over them.
void halt_in_callback(void **, void *, void *core) {
    reinterpret_cast<void (*)(int32_t)>(static_cast<Core *>(core)->symbol("sample_halt"))(1);
}

void stop_in_callback() {
    Core core;
    const int32_t types[] = {DA_FORTRAN_POINTER, DA_INT32};
    da_fortran_callback *callback = nullptr;
    void *address = nullptr;
    double result = 0;
    CHECK(da_fortran_callback_create(types, 2, DA_FLOAT64, halt_in_callback, &core, &callback, &address) == DA_OK);
    core.try_call("sample_rows", {DA_FORTRAN_POINTER}, {&address}, DA_FLOAT64, &result);
    std::puts("the process lives on");
}

} // namespace

int main(int argc, char **argv) {
    const std::map<std::string, void (*)()> tests = {{"arrays", arrays},
                                                     {"parents", parents},
                                                     {"changes", changes},
                                                     {"refusals", refusals},
                                                     {"stop", stop},
                                                     {"stop_outside", stop_outside},
                                                     {"stop_in_callback", stop_in_callback},
                                                     {"mpi_start", mpi_start},
                                                     {"calls", calls},
                                                     {"descriptors", descriptors},
                                                     {"callbacks", callbacks}};
    if (argc != 2 || !tests.contains(argv[1]))
        return 2;
    tests.at(argv[1])();
    return 0;
}
