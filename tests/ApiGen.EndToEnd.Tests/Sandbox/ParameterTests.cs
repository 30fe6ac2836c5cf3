using System.Net;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("user_id=1&colour=red", "no parameter 'colour'")]
    [InlineData("user_id=one", "user_id is to be of type int64, and 'one' is not")]
    [InlineData("user_id=9223372036854775808", "user_id is to be of type int64")]
    [InlineData("user_id=1&follow=yes", "follow is to be of type bool, and 'yes' is not")]
    [InlineData("user_id=1&user_id=1", "user_id is given more than once")]
    [InlineData("", "Exactly one of screen_name, user_id is to be given, and the request has none of them")]
    [InlineData("user_id=1&screen_name=a", "and the request has screen_name and user_id")]
    public async Task A_wrong_parameter_is_refused_and_named(string query, string message)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.FollowAsync(query);

        Assert.Equal((HttpStatusCode.Forbidden, 38), (answer.Status, answer.Code));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_parameter_must_be_there()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.SendAsync(HttpMethod.Post, "/1.1/statuses/update.json");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("status is required", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_belongs_where_the_spec_sends_it()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer inForm = await client.SendAsync(HttpMethod.Post, TestApi.Follow, ("user_id", "1"));
        TestClient.Answer inQuery = await client.SendAsync(HttpMethod.Post, "/1.1/statuses/update.json?status=a");

        Assert.Contains("user_id came in the form, and belongs in the query", inForm.Message, StringComparison.Ordinal);
        Assert.Contains("status came in the query, and belongs in the form", inQuery.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_argument_has_its_type_too()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/1.1/users/show/abc.json");

        Assert.Contains("id is to be of type int64, and 'abc' is not", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int32=2147483647", true)]
    [InlineData("int32=2147483648", false)]
    [InlineData("int32=-1", true)]
    [InlineData("int32=1%2C000", false)]
    [InlineData("double=-1.5e3", true)]
    [InlineData("double=1%2C5", false)]
    [InlineData("double=NaN", false)]
    [InlineData("bool=false", true)]
    [InlineData("bool=True", false)]
    [InlineData("string=", true)]
    [InlineData("csv=a,b,", true)]
    [InlineData("csv=a&csv=b", false)]
    [InlineData("repeated=2&repeated=1", true)]
    [InlineData("repeated=2&repeated=x", false)]
    [InlineData("repeated=1,2", false)]
    [InlineData("piped=14.12.2013%7C29.02.2024", true)]
    [InlineData("piped=14.12.2013%7C29.02.2023", false)]
    [InlineData("decimal=-12.50", true)]
    [InlineData("decimal=1e3", false)]
    [InlineData("decimal=79228162514264337593543950336", false)]
    [InlineData("date=2024-02-29", true)]
    [InlineData("date=2024-02-30", false)]
    [InlineData("date=2024-02-29T00:00:00Z", false)]
    [InlineData("time=2013-12-14T04:35:55Z", true)]
    [InlineData("time=2013-12-14T04:35:55.1234567Z", true)]
    [InlineData("time=2013-12-14T04:35:55%2B01:00", true)]
    [InlineData("time=2013-12-14T04:35:55", false)]
    [InlineData("time=2013-12-14", false)]
    [InlineData("epoch=-1386995755", true)]
    [InlineData("epoch=1386995755.5", false)]
    [InlineData("epoch=253402300800", false)]
    [InlineData("twitter=Sat%20Dec%2014%2004:35:55%20%2B00:00%202013", true)]
    [InlineData("twitter=Sun%20Dec%2014%2004:35:55%20%2B00:00%202013", false)]
    [InlineData("colour=dark%20blue", true)]
    [InlineData("colour=green", false)]
    [InlineData("colours=red,dark%20blue", true)]
    [InlineData("colours=red,Red", false)]
    [InlineData("X-Size=1", false)]
    public async Task Each_type_has_its_spelling(string query, bool accepted)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync($"/1.1/types.json?{query}");

        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("x-size", "7", HttpStatusCode.OK, "")]
    [InlineData("X-Size", "seven", HttpStatusCode.Forbidden, "X-Size is to be of type int32, and 'seven' is not.")]
    [InlineData("X-Other", "7", HttpStatusCode.OK, "")]
    public async Task A_header_of_the_spec_has_its_type_and_others_are_of_no_concern(
        string name, string value, HttpStatusCode status, string message)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        using HttpRequestMessage request = client.Request(HttpMethod.Get, "/1.1/types.json");
        request.Headers.Add(name, value);

        TestClient.Answer answer = await client.SendAsync(request);

        Assert.Equal(status, answer.Status);
        if (message.Length > 0) Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_value_that_an_enumeration_lacks_is_told_which_there_are()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/1.1/types.json?colour=green");

        Assert.Equal("colour is to be one of red, dark blue, and 'green' is not.", answer.Message);
    }

    [Theory]
    [InlineData("count=0", "count is to be 1 at least, and is '0'.")]
    [InlineData("count=201", "count is to be 200 at most, and is '201'.")]
    [InlineData("count=-9223372036854775808", "count is to be 1 at least")]
    [InlineData("weight=2.51", "weight is to be 2.5 at most, and is '2.51'.")]
    [InlineData("name=a", "name is to have 2 characters at least, and has 1.")]
    [InlineData("name=abcd", "name is to have 3 characters at most, and has 4.")]
    [InlineData("name=%F0%9F%A6%9C", "name is to have 2 characters at least, and has 1.")]
    [InlineData("code=abc", "code is to be of the form a|ab, and 'abc' is not.")]
    [InlineData("code=ab%0A", "code is to be of the form a|ab")]
    [InlineData("pin=12a4", "pin is to be of the form [0-9]+, and what was sent is not.")]
    [InlineData("factor=1500", "factor is always to be '-1.5e3', and is '1500'.")]
    [InlineData("days=2006-03-21", "days is to have 2 values at least, and has 1.")]
    [InlineData("days=2026-01-01,2026-01-02,2026-01-03,2026-01-04", "days is to have 3 values at most, and has 4.")]
    [InlineData("days=2026-01-01,2006-03-20", "days is to be 2006-03-21 at least, and is '2006-03-20'.")]
    [InlineData("until=1893456001", "until is to be 2030-01-01T00:00:00Z at most, and is '1893456001'.")]
    [InlineData("mode=some", "mode is always to be 'all', and is 'some'.")]
    public async Task A_value_that_the_spec_refuses_is_refused(string argument, string message)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        string mode = argument.StartsWith("mode", StringComparison.Ordinal) ? "" : "mode=all&";

        TestClient.Answer answer = await client.GetAsync($"/1.1/checked.json?{mode}{argument}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count=1")]
    [InlineData("factor=-1500&days=2006-03-21,2026-02-28&until=1893456000")]
    [InlineData("count=200&weight=2.5&name=ab&code=ab&pin=0123")]
    [InlineData("name=%F0%9F%A6%9C%F0%9F%A6%9C%F0%9F%A6%9C")]
    public async Task A_value_within_its_bounds_is_taken(string arguments)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/1.1/checked.json?mode=all&{arguments}")).Status);
    }

    [Fact]
    public async Task A_constant_that_is_left_out_is_missed_and_a_default_is_taken()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer without = await client.GetAsync("/1.1/checked.json");
        TestClient.Answer with = await client.GetAsync("/1.1/checked.json?mode=all");

        Assert.Contains("mode is required, and the request lacks it.", without.Message, StringComparison.Ordinal);
        Assert.Equal("""{"count":20}""", with.Body);
    }

    [Fact]
    public async Task An_API_that_declares_no_failure_for_it_answers_400_without_a_code()
    {
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(TestApi.Limited(TestApi.Plain));
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.GetAsync("/limited?x=1");

        Assert.Equal((HttpStatusCode.BadRequest, (int?)null), (answer.Status, answer.Code));
        Assert.Contains("limited has no parameter 'x'. It has none.", answer.Message, StringComparison.Ordinal);
    }
}
