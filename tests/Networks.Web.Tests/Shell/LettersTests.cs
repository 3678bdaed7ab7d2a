using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Shell;

public sealed class LettersTests
{
    [Fact]
    public async Task Given_letters_switched_off_when_the_person_works_on_another_machine_then_they_are_off_there_too_and_for_nobody_else()
    {
        await using var desk = await DeskApp.StartAsync();
        using var program = await desk.ProgramAsync(desk.Given.Lecco);
        Assert.DoesNotContain("data-letters=\"off\"", await PageAsync(), StringComparison.Ordinal);

        await program.DoneAsync("/api/v1/account/letters", new { off = true });

        Assert.Contains("data-letters=\"off\"", await PageAsync(), StringComparison.Ordinal);
        using var colleague = await desk.ClientAsync(desk.Given.Como);
        Assert.DoesNotContain("data-letters=\"off\"", await colleague.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);

        async Task<string> PageAsync()
        {
            using var machine = await desk.ClientAsync(desk.Given.Lecco);
            return await machine.GetStringAsync(new Uri("/", UriKind.Relative));
        }
    }
}
