namespace Networks.SqlServer.Tests; public class Smoke { [Fact] public void Given_nothing_then_runs() => Assert.True(true); }
