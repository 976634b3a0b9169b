using System.Globalization;
using Xunit.Abstractions;

namespace Plumbline.EndToEndTests.Durability;

/// <summary><c>scripts/kill-test</c> runs this with more rounds, by the environment variable <c>PLUMBLINE_KILLS</c>.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plumbline-kill-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Answered_writes_survive_a_kill_in_the_middle_of_others()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("PLUMBLINE_KILLS") ?? "6", CultureInfo.InvariantCulture);
        var (load, random, slowest) = (new WriteLoad(seed: 4711), new Random(4711), TimeSpan.Zero);
        using (var first = await EmulatorProcess.StartAsync(folder.FullName)) await WriteLoad.PrepareAsync(first.Client);
        for (var round = 0; round < rounds; round++)
        {
            using var emulator = await EmulatorProcess.StartAsync(folder.FullName);
            slowest = emulator.Startup > slowest ? emulator.Startup : slowest;
            Assert.Empty(await load.ProblemsAsync(emulator.Client));
            var writing = load.RunAsync(emulator.Client);
            await Task.Delay(random.Next(20, 400));
            emulator.Kill();
            await writing;
        }

        using var last = await EmulatorProcess.StartAsync(folder.FullName);
        Assert.Empty(await load.ProblemsAsync(last.Client));
        Assert.NotEqual(0, load.Answered);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} kills, {load.Answered} answered writes, none lost; slowest restart {slowest.TotalMilliseconds:0} ms"));
    }
}
