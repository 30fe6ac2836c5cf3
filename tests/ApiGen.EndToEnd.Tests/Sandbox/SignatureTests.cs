using System.Globalization;
using System.Net;
using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("screen_name=twitterdev&follow=true")]
    [InlineData("screen_name=Hello%2C%20world%21*%27()")]
    [InlineData("screen_name=%E2%98%83%F0%9F%98%80")]
    [InlineData("screen_name=100%25%2B%26%3D")]
    [InlineData("screen_name=")]
    [InlineData("&screen_name=a&&")]
    public async Task A_request_signed_right_is_accepted(string query)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync(query)).Status);
    }

    [Fact]
    public async Task A_form_is_part_of_what_is_signed()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.SendAsync(
            HttpMethod.Post, "/1.1/statuses/update.json", ("status", "Hello Ladies + Gentlemen, a signed request! é"));

        Assert.Equal("Hello Ladies + Gentlemen, a signed request! é", answer.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_not_signed()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        using HttpRequestMessage request = client.Request(HttpMethod.Post, $"{TestApi.Follow}?user_id=12");
        request.Content = new StringContent("status=x");

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_the_text_that_should_have_been_signed()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox, sandbox.Account with { TokenSecret = "another" });

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, 32), (answer.Status, answer.Code));
        Assert.Contains(
            $"POST&http%3A%2F%2F127.0.0.1%3A{sandbox.Address.Port}%2F1.1%2Ffriendships%2Fcreate.json&oauth_consumer",
            answer.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Account.TokenSecret, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Account.ConsumerSecret, answer.Body, StringComparison.Ordinal);
        Assert.Equal("OAuth", answer.Response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("oauth_consumer_key", "unknown", 401, 32, "No account has the consumer key 'unknown'")]
    [InlineData("oauth_token", "1-unknown", 401, 89, "has the token '1-unknown'")]
    [InlineData("oauth_token", null, 401, 89, "has the token ''")]
    [InlineData("oauth_version", "1.1", 400, 215, "oauth_version is '1.1'")]
    [InlineData("oauth_signature_method", "PLAINTEXT", 400, 215, "signed with PLAINTEXT")]
    [InlineData("oauth_timestamp", "-5", 400, 215, "oauth_timestamp '-5'")]
    [InlineData("oauth_timestamp", "99999999999999999999", 400, 215, "oauth_timestamp '99999999999999999999'")]
    [InlineData("oauth_timestamp", null, 400, 215, "lacks oauth_timestamp")]
    [InlineData("oauth_nonce", "", 400, 215, "lacks oauth_nonce")]
    public async Task A_wrong_protocol_parameter_is_refused_and_named(
        string name, string? value, int status, int code, string message)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox) { Signed = { [name] = value } };

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Null(sandbox.Requests.Single().User);
    }

    [Theory]
    [InlineData("oauth_nonce", "other")]
    [InlineData("oauth_callback", "oob")]
    [InlineData("oauth_version", null)]
    [InlineData("oauth_signature", "hCtSmYh+iHYCEqBWrE7C7hYmtUk=")]
    [InlineData("oauth_signature", "é")]
    public async Task A_parameter_altered_after_signing_is_refused(string name, string? value)
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox) { Sent = { [name] = value } };

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, 32), (answer.Status, answer.Code));
        Assert.Contains("POST&http", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_may_be_left_out()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox) { Signed = { ["oauth_version"] = null } };

        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_timestamp_may_be_five_minutes_off_the_sandboxs_clock(int seconds, bool accepted)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var sandbox = await TestApi.StartAsync(new() { TimeProvider = clock });
        FakeTimeProvider other = new(clock.GetUtcNow().AddSeconds(seconds));
        using TestClient client = new(sandbox, clock: other);

        TestClient.Answer answer = await client.FollowAsync();

        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(clock.GetUtcNow(), answer.Response.Headers.Date);
        if (!accepted) Assert.Equal(135, answer.Code);
    }

    [Fact]
    public async Task A_nonce_is_good_once()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox)
        {
            Signed =
            {
                ["oauth_nonce"] = "once",
                ["oauth_timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            },
        };

        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        TestClient.Answer again = await client.FollowAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, 32), (again.Status, again.Code));
        Assert.Contains("nonce 'once' was used before", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nonce_may_return_with_another_timestamp_or_token_and_is_not_spent_by_a_bad_signature()
    {
        SandboxAccount first = new("key", "secret", "1-a", "s1");
        SandboxAccount second = new("key", "secret", "2-b", "s2");
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var sandbox = await TestApi.StartAsync(new() { Accounts = [first, second], TimeProvider = clock });
        async Task<HttpStatusCode> Follow(SandboxAccount account)
        {
            using TestClient client = new(sandbox, account, clock) { Signed = { ["oauth_nonce"] = "n" } };
            return (await client.FollowAsync()).Status;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Follow(first with { TokenSecret = "forged" }));
        Assert.Equal(HttpStatusCode.OK, await Follow(first));
        Assert.Equal(HttpStatusCode.OK, await Follow(second));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Follow(first));
    }

    [Fact]
    public async Task A_request_without_a_signature_is_told_so()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        using HttpRequestMessage request = client.Request(HttpMethod.Post, $"{TestApi.Follow}?user_id=1");
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer abc");

        TestClient.Answer answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, 32), (answer.Status, answer.Code));
        Assert.Contains("not signed", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protocol_parameter_may_not_be_in_header_and_query()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);

        TestClient.Answer answer = await client.FollowAsync("user_id=1&oauth_nonce=another");

        Assert.Equal((HttpStatusCode.BadRequest, 215), (answer.Status, answer.Code));
        Assert.Contains("oauth_nonce", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_without_a_user_signs_without_a_token()
    {
        SandboxAccount app = new("key", "secret", "", "");
        await using var sandbox = await TestApi.StartAsync(new() { Accounts = [app] });
        using TestClient client = new(sandbox, app) { Signed = { ["oauth_token"] = null } };

        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal((null, "key"), (sandbox.Requests[0].User, sandbox.Requests[0].App));
    }
}
