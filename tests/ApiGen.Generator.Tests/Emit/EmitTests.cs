using System.Runtime.CompilerServices;
using ApiGen.Generator.Tests.Pipeline;
using ApiGen.Generator.Tests.Snapshots;

namespace ApiGen.Generator.Tests.Emit;

/// <summary>Each case is a folder of specs beside the C# that they become.</summary>
public sealed class EmitTests
{
    private static readonly string Cases = RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Emit", "Cases");

    [Fact]
    public Task Two_names_for_one_thing_become_two_overloads() => VerifyCase("overloads");

    [Fact]
    public Task Alternatives_of_one_type_become_methods_of_two_names() => VerifyCase("overloads-by-name");

    [Fact]
    public Task Every_type_of_the_language_is_read_and_sent() => VerifyCase("types");

    [Fact]
    public Task Values_are_sent_and_read_in_the_way_that_each_has() => VerifyCase("values");

    [Fact]
    public Task Names_that_C_sharp_reserves_are_escaped() => VerifyCase("names");

    [Fact]
    public Task Texts_of_a_spec_stay_texts() => VerifyCase("texts");

    [Fact]
    public Task A_path_parameter_is_always_required() => VerifyCase("path");

    [Fact]
    public Task Limits_pools_costs_and_the_headers_that_report_them_are_described() => VerifyCase("limits");

    [Fact]
    public Task Limits_count_by_addresses_values_and_calendars() => VerifyCase("counting");

    [Fact]
    public Task Some_calls_go_to_another_host() => VerifyCase("hosts");

    [Fact]
    public Task Calls_for_a_user_and_by_the_app_have_clients_of_their_own() => VerifyCase("auth");

    [Fact]
    public Task The_way_to_sign_is_part_of_the_API() => VerifyCase("signing");

    [Fact]
    public Task Only_objects_that_calls_send_have_a_writer() => VerifyCase("json-body");

    [Fact]
    public Task Files_are_parts_of_a_multipart_body() => VerifyCase("media-upload");

    [Fact]
    public Task Answers_of_every_kind_come_whole_or_in_pages() => VerifyCase("answers");

    [Fact]
    public Task Rules_and_checks_are_data_that_arguments_are_held_against() => VerifyCase("rules");

    [Fact]
    public Task What_is_deprecated_is_marked_so() => VerifyCase("deprecation");

    [Fact]
    public async Task The_specs_of_this_repository_have_no_error_and_compile_without_warning()
    {
        var driver = new SpecDriver(SpecText.AllIn(RepositoryRoot.Combine("specs")));
        Assert.Empty(await driver.AnalyzeAsync());
        Assert.Empty(driver.Compile());
    }

    private static async Task VerifyCase(string name, [CallerMemberName] string method = "")
    {
        string folder = Path.Combine(Cases, name);
        var driver = new SpecDriver(SpecText.AllIn(folder));
        Assert.Empty(await driver.AnalyzeAsync());
        Assert.Empty(driver.Compile());
        await Snapshot.Verify(driver.Driver, folder, nameof(EmitTests), method);
    }
}
