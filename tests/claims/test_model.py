from threadpoolctl import threadpool_info, threadpool_limits

from components.claims.model import load_model


def test_the_parser_keeps_its_arithmetic_to_one_thread():
    threadpool_limits(limits=2, user_api="blas")
    load_model()
    threads = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert threads
    assert set(threads) == {1}
