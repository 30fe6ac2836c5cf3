using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using FollowUser;

var screenName = new Argument<string?>("screen-name")
{
    Description = "The user to follow, with or without the @.",
    Arity = ArgumentArity.ZeroOrOne,
};
var userId = new Option<long?>("--user-id")
{
    Description = "The user to follow, by number.",
    CustomParser = result =>
    {
        string text = result.Tokens.Single().Value;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id)) return id;
        result.AddError("A user id is a number, such as 2244994945.");
        return null;
    },
};
var noNotify = new Option<bool>("--no-notify") { Description = "Don't turn on notifications for the user." };
var budget = new Option<bool>("--budget") { Description = "Show what is left of the budgets and send nothing." };

var command = new RootCommand($"""
    Follows a user on Twitter, and counts it.

    Without configuration it calls a sandbox that it starts on this machine. To call Twitter, set
    {string.Join(", ", TwitterSettings.CredentialNames)}.
    {TwitterSettings.BaseUrlName} names another server to call. Calls are counted in {BudgetFile.Path}.
    """)
{
    screenName, userId, noNotify, budget,
};

// Only what was given is looked at here: what it says may be no number.
command.Validators.Add(result =>
{
    bool byName = result.GetResult(screenName) is { Tokens.Count: > 0 };
    bool byId = result.GetResult(userId) is not null;
    bool isRight = result.GetResult(budget) is null ? byName != byId : !byName && !byId;
    if (!isRight)
        result.AddError("Name one user to follow, by screen name or by --user-id; or ask for --budget alone.");
});

// A misspelt option must not become the name of somebody to follow.
screenName.Validators.Add(result =>
{
    string? name = result.Tokens.SingleOrDefault()?.Value;
    if (name is ['-', ..]) result.AddError($"There is no option '{name}'.");
    if (name is "" or "@") result.AddError("The screen name is empty.");
});

command.SetAction((result, cancellationToken) => FollowCommand.RunAsync(
    new FollowRequest(
        result.GetValue(screenName)?.TrimStart('@'),
        result.GetValue(userId),
        Notify: !result.GetValue(noNotify),
        BudgetOnly: result.GetValue(budget)),
    cancellationToken));

// An @ begins a screen name here, not the name of a file with more arguments.
ParseResult parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Action is ParseErrorAction error) (error.ShowHelp, error.ShowTypoCorrections) = (args.Length == 0, false);
return await parsed.InvokeAsync();
