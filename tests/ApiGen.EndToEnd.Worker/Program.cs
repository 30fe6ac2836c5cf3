using System.Globalization;
using ApiGen.EndToEnd.Worker;

// A process for the tests to run several of and to kill. The account comes through the environment.
if (args is not [string address, string budgetFile, string screenName, string concurrency])
{
    await Console.Error.WriteLineAsync("Four arguments are needed: address, budget file, screen name, calls at once.");
    return 2;
}

var follower = new Follower(new Uri(address), budgetFile, screenName);
int calls = await follower.FollowUntilExhaustedAsync(int.Parse(concurrency, CultureInfo.InvariantCulture));
await Console.Out.WriteLineAsync(calls.ToString(CultureInfo.InvariantCulture));
return 0;
